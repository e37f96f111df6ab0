/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

gboolean cw_die_seat_find (const CwDesign *design, CwId die, CwId *cavity);

G_END_DECLS
