/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/* the stack of the default technology with two wiring levels, and rules of the test's own */
#define PAD_LEVEL 3
#define RDL1 5
#define RDL2 7
#define PASSIVATION 8

typedef struct
{
  CwRuleKind kind;
  CwCoord value;
  guint8 level;
  CwNetClass net_class;
} TestRule;

CwTechnology *test_technology_new (const TestRule *rules, guint n_rules);
CwDesign *test_design_new (const TestRule *rules, guint n_rules);

CwId test_add_net (CwEdit *edit, const char *name, CwNetClass net_class);
CwId test_add_trace (CwEdit *edit, guint level, CwId net, CwCoord width, const CwPoint *points,
                     guint n_points);
CwId test_add_segment (CwEdit *edit, guint level, CwId net, CwCoord width, CwCoord x0, CwCoord y0,
                       CwCoord x1, CwCoord y1);
CwId test_add_via (CwEdit *edit, guint from, guint to, CwId net, CwCoord x, CwCoord y, CwCoord hole,
                   CwCoord land);
CwId test_add_bonding_pad (CwEdit *edit, CwId net, const char *name, CwCoord x, CwCoord y,
                           CwCoord land, CwCoord opening);
CwId test_add_die (CwEdit *edit, const char *name, CwCoord x, CwCoord y, CwCoord size,
                   const CwPoint *pads, const CwId *nets, guint n_pads);

CwDesign *test_finish (CwEdit *edit);
CwCheckResult *test_check (CwDesign *design);
void test_assert_results_equal (const CwCheckResult *a, const CwCheckResult *b, const char *what);

G_END_DECLS
