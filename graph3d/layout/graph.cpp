#include "graph3d/layout/graph.h"
