import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const WebhooksOf = graphql(`
  query OwnWebhooks {
    ownWebhooks {
      id url kinds pausedAt rotatedAt
      deliveries { id kind state createdAt dueAt attempts { at status failure } }
    }
  }
`);
export type Webhook = ResultOf<typeof WebhooksOf>['ownWebhooks'][number];

export const SecretOf = graphql(`query OwnWebhookSecret($id: ID!) { ownWebhookSecret(id: $id) }`);
export const CreateWebhook = graphql(
  `mutation CreateWebhook($url: Title!, $kinds: [Title!]!) { createWebhook(url: $url, kinds: $kinds) { id } }`,
);
export const UpdateWebhook = graphql(`
  mutation UpdateWebhook($id: ID!, $url: Title!, $kinds: [Title!]!, $paused: Boolean!) {
    updateWebhook(id: $id, url: $url, kinds: $kinds, paused: $paused) { id }
  }
`);
export const RemoveWebhook = graphql(`mutation RemoveWebhook($id: ID!) { removeWebhook(id: $id) }`);
export const RotateSecret = graphql(`mutation RotateWebhookSecret($id: ID!) { rotateWebhookSecret(id: $id) { id } }`);
export const TestWebhook = graphql(`mutation TestWebhook($id: ID!) { testWebhook(id: $id) }`);
export const ReplayDelivery = graphql(
  `mutation ReplayDelivery($webhookId: ID!, $id: ID!) { replayDelivery(webhookId: $webhookId, id: $id) }`,
);

/** What a partner may be told of. */
export const KINDS = ['edition.published', 'edition.corrected', 'trophy.awarded'] as const;
