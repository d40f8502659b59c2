// SPDX-License-Identifier: GPL-3.0-or-later
// Ubuntu 24.04 has Catch2 3, Debian 12 has Catch2 2. Tests are written for 2; this is what they include where only 3 is.
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
using Catch::Matchers::Contains;
