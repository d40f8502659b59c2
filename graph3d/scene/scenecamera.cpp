#include "graph3d/scene/scenecamera.h"
