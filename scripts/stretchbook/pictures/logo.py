"""What a clinic puts on the site besides words: its logo."""

from pathlib import Path

from stretchbook import addresses
from stretchbook.model import Clinic
from stretchbook.pictures import picture_faults
from stretchbook.problems import Finding

RULE = "clinic-logo"


def files_of(content: Path, clinic: Clinic | None) -> tuple[dict[str, bytes], list[Finding]]:
    """The logo as a file of the site, and what is wrong with it."""
    if clinic is None or clinic.logo is None:
        return {}, []
    file = content / clinic.logo
    if not file.is_file():
        message = f'names "{clinic.logo}", which is not in content/'
        return {}, [_finding(message, "put the file there, or remove this line")]
    data = file.read_bytes()
    faults = picture_faults(file.suffix.removeprefix("."), data)
    found = [_finding(f"{file.name} {message}", hint) for message, hint in faults]
    return {f"docs{addresses.of_logo(clinic.logo)}": data}, found


def _finding(message: str, hint: str) -> Finding:
    return Finding(path="site.yml", keys=("clinic", "logo"), message=message, hint=hint)
