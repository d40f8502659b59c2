#include "models/net/call.h"
