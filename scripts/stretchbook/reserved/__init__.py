"""Which ids content must not take: those of the frame around each page, and those of the pages."""
