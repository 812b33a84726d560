"""Layers as files: laid out, painted in SVG, moved, and inspected."""
