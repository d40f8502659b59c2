#include "wallet/error.h"
