"""The domain core: frozen data and plain functions; standard library only."""
