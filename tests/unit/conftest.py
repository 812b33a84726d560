"""Made-up inputs are the same on every run and every machine, however busy.

`HYPOTHESIS_PROFILE=explore pytest tests/unit` looks for new ones instead.
"""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow]  # says that the machine is busy, not that a test is wrong
settings.register_profile("repeat", derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("explore", deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))
