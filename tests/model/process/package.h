/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

/* Packages made by hand for the tests of sections and pictures: 10 mm × 10 mm around the origin
 * on the default technology with two wiring levels. */

enum
{
  PACKAGE_SUBSTRATE,
  PACKAGE_ADHESIVE,
  PACKAGE_DIE,
  PACKAGE_PAD,
  PACKAGE_D1,
  PACKAGE_RDL1,
  PACKAGE_D2,
  PACKAGE_RDL2,
  PACKAGE_PASS,
  PACKAGE_BALL,
  PACKAGE_N_LEVELS
};

CwEdit *package_begin (void);
CwDesign *package_end (CwEdit *edit);
CwId package_add_net (CwEdit *edit, const char *name);
CwId package_add_die (CwEdit *edit, const char *name, CwBox body, CwCoord thickness, guint n_pads,
                      const CwId *nets);
CwPoint package_get_pad (CwBox body, guint n_pads, guint pad);
CwId package_add_trace (CwEdit *edit, CwId net, guint8 level, const CwPoint *points, gsize n_points,
                        CwCoord width);
CwId package_add_via (CwEdit *edit, CwId net, guint8 from, guint8 to, CwPoint at);
CwId package_add_ball (CwEdit *edit, CwId net, const char *name, CwPoint at, CwCoord diameter);
CwDesign *package_new_demo (void);
