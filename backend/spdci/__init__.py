"""The open social-registry standard of SPDCI, v1.0.0: asking a registry for scores, and being told of new ones."""
