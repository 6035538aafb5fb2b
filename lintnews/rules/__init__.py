"""Rules: how they are written, loaded and matched."""
