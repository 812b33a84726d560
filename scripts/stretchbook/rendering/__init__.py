"""MkDocs as a program: its configuration, its rules of safety, what it needs beside the pages."""
