"""The order of steps for a request that arrives, and what a user may wish of the captures. Composes, does not think."""
