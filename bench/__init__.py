"""Benchmarks of accuracy and speed, alone and side by side with peers. Not in the wheel."""
