import { useSearchParams } from 'react-router';

/** Filters that stand in the address: what they are, and how one is set or, with an empty value, left out. Going back does not undo them. */
export function useFiltersInAddress(): [URLSearchParams, (name: string, value: string | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const narrow = (name: string, value: string | null) =>
    setParameters(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return [parameters, narrow];
}
