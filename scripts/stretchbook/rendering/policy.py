"""What a page may do, and how the site's files are served.

The policy stands in every page, for hosts that set no headers, and in `_headers`, which Netlify,
Cloudflare Pages and others read. It starts from nothing and allows only the site's own files;
neither an inline script nor an inline style runs, whoever put it there.
"""

from typing import Final

HEADERS_FILE: Final = "docs/_headers"

ALLOWED: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
IN_PAGE: Final = "; ".join(f"{directive} {sources}" for directive, sources in ALLOWED.items())

UNUSED_FEATURES: Final = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope"),
    *("magnetometer", "microphone", "midi", "payment", "usb"),
)
HEADERS: Final = {
    # Browsers ignore frame-ancestors within a page, so only the header has it.
    "Content-Security-Policy": f"{IN_PAGE}; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    # Asked anew each time, answered in a few bytes where nothing changed: file names carry no
    # version, and steps from today beside a picture from last month could hurt somebody.
    "Cache-Control": "no-cache",
}


def write_headers() -> bytes:
    """The `_headers` file: one rule for everything."""
    lines = ("/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), "")
    return "\n".join(lines).encode()
