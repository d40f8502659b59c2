#include "models/wire/wire.h"
