// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/graph.h"
