"""Plain objects between views, models and the engine, each with one job."""
