"""What stops the finishing."""


class Unfinished(Exception):  # noqa: N818 - a state of the site, said in its own words
    """The built pages are not what the finishing counts on; the message says where and what."""
