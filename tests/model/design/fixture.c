/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/design/fixture.h"

/* a package of 10 mm × 10 mm around the origin on the default technology */
CwDesign *
fixture_new_design (guint n_wiring_levels)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (n_wiring_levels);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));

  return cw_design_new (technology, outline);
}

/* the lowest wiring level has ordinal 0 */
guint8
fixture_get_wiring_level (CwEdit *edit, guint ordinal)
{
  g_autoptr (CwDesign) design = cw_edit_finish (edit, NULL);

  return (guint8) cw_technology_get_wiring_level (cw_design_get_technology (design), ordinal);
}

CwId
fixture_add_net (CwEdit *edit, const char *name)
{
  g_autoptr (GError) error = NULL;
  CwNet net = { .name = g_ref_string_new (name) };
  CwId id = cw_edit_add_net (edit, &net, &error);

  g_assert_no_error (error);
  g_ref_string_release (net.name);
  return id;
}

CwId
fixture_add_trace (CwEdit *edit, CwId net, guint ordinal, CwPoint a, CwPoint b, CwCoord width)
{
  g_autoptr (GError) error = NULL;
  CwPoint points[] = { a, b };
  g_autoptr (CwPath) path = cw_path_new_points (points, 2);
  CwTrace trace = {
    .path = path, .width = width, .net = net, .level = fixture_get_wiring_level (edit, ordinal)
  };
  CwId id = cw_edit_add_trace (edit, &trace, &error);

  g_assert_no_error (error);
  return id;
}

CwId
fixture_add_via (CwEdit *edit, CwId net, guint from_ordinal, CwPoint at)
{
  g_autoptr (GError) error = NULL;
  CwVia via = {
    .at = at,
    .hole = 35 * CW_UM,
    .land = 55 * CW_UM,
    .net = net,
    .from = fixture_get_wiring_level (edit, from_ordinal),
    .to = fixture_get_wiring_level (edit, from_ordinal + 1),
  };
  CwId id = cw_edit_add_via (edit, &via, &error);

  g_assert_no_error (error);
  return id;
}

/* on the outermost of two wiring levels */
CwId
fixture_add_bonding_pad (CwEdit *edit, CwId net, const char *name, CwPoint at)
{
  g_autoptr (GError) error = NULL;
  CwBondingPad pad = {
    .name = g_ref_string_new (name),
    .at = at,
    .land = { CW_PAD_ROUND, 235 * CW_UM, 235 * CW_UM },
    .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
    .ball = { CW_BALL_SOLDER_BALL, 261 * CW_UM },
    .net = net,
    .level = fixture_get_wiring_level (edit, 1),
  };
  CwId id = cw_edit_add_bonding_pad (edit, &pad, &error);

  g_assert_no_error (error);
  g_ref_string_release (pad.name);
  return id;
}

/* pads of 60 µm at a pitch of 100 µm, named from 1, on a die with 100 µm around them */
CwId
fixture_add_die_type (CwEdit *edit, const char *name, guint n_columns, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree CwPad *pads = g_new0 (CwPad, n_columns * n_rows);
  g_autoptr (CwPads) shared = NULL;
  CwDieType type = {
    .name = g_ref_string_new (name),
    .body
    = CW_BOX (0, 0, (CwCoord) (n_columns + 1) * 100 * CW_UM, (CwCoord) (n_rows + 1) * 100 * CW_UM),
    .thickness = 130 * CW_UM,
    .function = g_ref_string_new (""),
  };
  CwId id;

  for (guint i = 0; i < n_columns * n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      pads[i].name = g_ref_string_new (number);
      pads[i].at = CW_POINT ((CwCoord) (i % n_columns + 1) * 100 * CW_UM,
                             (CwCoord) (i / n_columns + 1) * 100 * CW_UM);
      pads[i].form = (CwPadForm){ CW_PAD_RECTANGLE, 60 * CW_UM, 60 * CW_UM };
    }
  shared = cw_pads_new (pads, n_columns * n_rows);
  type.pads = shared;
  id = cw_edit_add_die_type (edit, &type, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_columns * n_rows; i++)
    g_ref_string_release (pads[i].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  return id;
}

/* all pads get the same net, which may be none */
CwId
fixture_add_die (CwEdit *edit, const char *name, CwId type, CwPoint at, CwId net)
{
  g_autoptr (GError) error = NULL;
  const CwDieType *die_type = cw_edit_get_item (edit, type);
  guint32 n_pads = die_type->pads->n_pads;
  g_autofree CwId *ids = g_new (CwId, n_pads);
  g_autoptr (CwNets) nets = NULL;
  CwDie die = { .name = g_ref_string_new (name), .type = type, .at = at };
  CwId id;

  for (guint32 i = 0; i < n_pads; i++)
    ids[i] = net;
  nets = cw_nets_new (ids, n_pads);
  die.nets = nets;
  id = cw_edit_add_die (edit, &die, &error);
  g_assert_no_error (error);
  g_ref_string_release (die.name);
  return id;
}
