"""Stretches from elsewhere, and ours for elsewhere: `make import` and `make export`.

A build needs none of it. README.md says which module does what.
"""
