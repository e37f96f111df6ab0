/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tiny-design.h"

#define UM(x, y) CW_POINT ((x) *CW_UM, (y) *CW_UM)

static CwId
add_die (CwEdit *edit, CwId net)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRefString) one = g_ref_string_new ("1");
  g_autoptr (GRefString) two = g_ref_string_new ("2");
  g_autoptr (GRefString) chip = g_ref_string_new ("chip");
  g_autoptr (GRefString) name = g_ref_string_new ("U1");
  g_autoptr (GRefString) function = g_ref_string_new ("");
  CwPad list[] = { { one, UM (100, 100), { CW_PAD_RECTANGLE, 60 * CW_UM, 60 * CW_UM } },
                   { two, UM (300, 100), { CW_PAD_ROUND, 50 * CW_UM, 50 * CW_UM } } };
  CwId ids[] = { net, CW_ID_NONE };
  g_autoptr (CwPads) pads = cw_pads_new (list, G_N_ELEMENTS (list));
  g_autoptr (CwNets) nets = cw_nets_new (ids, G_N_ELEMENTS (ids));
  CwDieType type = { .name = chip,
                     .body = { UM (0, 0), UM (400, 300) },
                     .thickness = 130 * CW_UM,
                     .pads = pads,
                     .function = function };
  CwDie die = { .name = name, .nets = nets };
  CwId id;

  die.type = cw_edit_add_die_type (edit, &type, &error);
  g_assert_no_error (error);
  id = cw_edit_add_die (edit, &die, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_bonding_pads (CwEdit *edit, CwId net, guint8 level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRefString) one = g_ref_string_new ("A1");
  g_autoptr (GRefString) two = g_ref_string_new ("A2");
  CwBondingPad a = { .name = one,
                     .at = UM (100, 600),
                     .land = { CW_PAD_ROUND, 270 * CW_UM, 270 * CW_UM },
                     .opening = { CW_PAD_ROUND, 220 * CW_UM, 220 * CW_UM },
                     .ball = { CW_BALL_SOLDER_BALL, 310 * CW_UM },
                     .net = net,
                     .level = level };
  CwBondingPad b = { .name = two,
                     .at = UM (600, 600),
                     .land = { CW_PAD_RECTANGLE, 200 * CW_UM, 100 * CW_UM },
                     .opening = { CW_PAD_RECTANGLE, 150 * CW_UM, 50 * CW_UM },
                     .level = level };

  cw_edit_add_bonding_pad (edit, &a, &error);
  g_assert_no_error (error);
  cw_edit_add_bonding_pad (edit, &b, &error);
  g_assert_no_error (error);
}

static void
add_wiring (CwEdit *edit, CwId net, guint8 from, guint8 level)
{
  CwVertex bent[] = { { UM (100, 100), 0 },
                      { UM (100, 300), -CW_ANGLE_90 },
                      { UM (200, 400), 0 },
                      { UM (600, 400), 0 } };
  CwPoint straight[] = { UM (600, 400), UM (600, 600) };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPath) first = cw_path_new (bent, G_N_ELEMENTS (bent));
  g_autoptr (CwPath) second = cw_path_new_points (straight, G_N_ELEMENTS (straight));
  CwTrace a = { .path = first, .width = 40 * CW_UM, .net = net, .level = level };
  CwTrace b = { .path = second, .width = 40 * CW_UM, .level = level };
  CwVia via = { .at = UM (100, 100),
                .hole = 40 * CW_UM,
                .land = 60 * CW_UM,
                .net = net,
                .from = from,
                .to = level };

  cw_edit_add_via (edit, &via, &error);
  g_assert_no_error (error);
  cw_edit_add_trace (edit, &a, &error);
  g_assert_no_error (error);
  cw_edit_add_trace (edit, &b, &error);
  g_assert_no_error (error);
}

/* a die with two pads, two bonding pads, a via and two traces in a package with one round corner */
CwDesign *
tiny_design_new (const char *name)
{
  CwVertex corners[] = { { UM (0, 0), 0 },
                         { UM (900, 0), CW_ANGLE_90 },
                         { UM (1000, 100), 0 },
                         { UM (1000, 800), 0 },
                         { UM (0, 800), 0 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);
  g_autoptr (CwPath) outline = cw_path_new (corners, G_N_ELEMENTS (corners));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRefString) net_name = g_ref_string_new ("a");
  CwNet net = { .name = net_name };
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  guint wiring = cw_technology_get_wiring_level (technology, 0);
  CwId id;

  cw_edit_set_name (edit, name, &error);
  g_assert_no_error (error);
  id = cw_edit_add_net (edit, &net, &error);
  g_assert_no_error (error);
  add_die (edit, id);
  add_bonding_pads (edit, id, (guint8) wiring);
  add_wiring (edit, id, (guint8) pad, (guint8) wiring);

  return cw_edit_finish (edit, NULL);
}
