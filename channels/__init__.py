"""The ways in: each folder turns one channel into the gateway's neutral messages and back."""
