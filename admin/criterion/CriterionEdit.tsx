import { useBasename } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';

/** A criterion is read and corrected where it stands: its address opens the grid on it. */
export const CriterionEdit = () => {
  const basename = useBasename();
  const { id } = useParams();
  return <Navigate to={`${basename}/grid?criterion=${id ?? ''}`} replace />;
};
