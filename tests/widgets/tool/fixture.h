/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "tests/model/process/package.h"
#include "widgets/tool/cw-tool-registry.h"

/* A document with one die, two balls, some wiring, and a tool at work on it. A pixel is a micrometre, and
 * so are all numbers that tests give. */

#define FIXTURE_PIXEL ((double) CW_UM)

typedef struct
{
  CwDocument *document;
  CwToolHost *host;
  CwSelection *selection;
  CwTool *tool;
  guint modifiers;
  CwPoint at;

  CwId net_a;
  CwId net_b;
  CwId die;     /* U1: ±1000, ±500; pads 60 wide: 1 on A, 2 on B, 3 on A, 4 on none */
  CwId pad_via; /* net A, from pad 1 to RDL1 */
  CwId trace;   /* net A on RDL1: from there by (x, -1000) to (1500, -1000), 20 wide */
  CwId via;     /* net A at (1500, -1000), from RDL1 to RDL2 */
  CwId ball_a;  /* at (2000, -400) on RDL2, 236 wide */
  CwId ball_b;  /* at (2000, 400) */
  CwPoint pads[4];

  guint n_requests;
  CwToolRequest request; /* the last one */
  CwId request_id;
  char *request_text;
} Fixture;

Fixture *fixture_new (const char *tool);
void fixture_free (Fixture *self);
void fixture_set_tool (Fixture *self, const char *name);
void fixture_check (Fixture *self);

CwDesign *fixture_get_design (Fixture *self);
CwToolSettings fixture_get_settings (Fixture *self);
void fixture_set_settings (Fixture *self, CwToolSettings settings);
void fixture_set_level (Fixture *self, guint level);

CwToolAnswer fixture_send (Fixture *self, CwToolEventType type, const char *key, const char *text);
CwToolAnswer fixture_move (Fixture *self, double x, double y);
CwToolAnswer fixture_press (Fixture *self, double x, double y);
CwToolAnswer fixture_release (Fixture *self, double x, double y);
CwToolAnswer fixture_click (Fixture *self, double x, double y);
CwToolAnswer fixture_drag (Fixture *self, double x0, double y0, double x1, double y1);
CwToolAnswer fixture_double_click (Fixture *self, double x, double y);
CwToolAnswer fixture_key (Fixture *self, const char *key);
CwToolAnswer fixture_value (Fixture *self, const char *field, const char *text);

CwPoint fixture_um (double x, double y);
CwId fixture_find_new (CwDesign *before, CwDesign *after, CwItemKind kind, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

#define fixture_assert_point(point, um_x, um_y)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((point).x, ==, fixture_um (um_x, um_y).x);                                    \
    g_assert_cmpint ((point).y, ==, fixture_um (um_x, um_y).y);                                    \
  }                                                                                                \
  G_STMT_END
