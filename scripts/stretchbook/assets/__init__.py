"""From views to the files that the browser reads as data."""
