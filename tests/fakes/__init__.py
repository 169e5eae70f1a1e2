"""The outside world, as servers on the loopback address that can be told to fail."""
