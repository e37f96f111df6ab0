/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-document.h"
#include "model/design/cw-edit.h"

/* small designs for the tests of the model and of what stands on it */

CwDesign *fixture_new_design (guint n_wiring_levels);
guint8 fixture_get_wiring_level (CwEdit *edit, guint ordinal);
CwId fixture_add_net (CwEdit *edit, const char *name);
CwId fixture_add_trace (CwEdit *edit, CwId net, guint ordinal, CwPoint a, CwPoint b, CwCoord width);
CwId fixture_add_via (CwEdit *edit, CwId net, guint from_ordinal, CwPoint at);
CwId fixture_add_bonding_pad (CwEdit *edit, CwId net, const char *name, CwPoint at);
CwId fixture_add_die_type (CwEdit *edit, const char *name, guint n_columns, guint n_rows);
CwId fixture_add_die (CwEdit *edit, const char *name, CwId type, CwPoint at, CwId net);
