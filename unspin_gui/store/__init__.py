"""Files to core values and back; every failure is a StoreError with path and reason."""
