"""From space to the plane: the camera, flat shapes, and the curves they become."""
