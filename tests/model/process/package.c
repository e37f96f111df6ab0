/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/process/package.h"

#include <stdlib.h>

CwEdit *
package_begin (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);

  g_assert_cmpuint (cw_technology_get_n_levels (technology), ==, PACKAGE_N_LEVELS);

  return cw_edit_new (design);
}

CwDesign *
package_end (CwEdit *edit)
{
  CwDesign *design = cw_edit_finish (edit, NULL);

  cw_edit_free (edit);

  return design;
}

CwId
package_add_net (CwEdit *edit, const char *name)
{
  g_autoptr (GError) error = NULL;
  CwNet net = { .name = g_ref_string_new (name) };
  CwId id = cw_edit_add_net (edit, &net, &error);

  g_assert_no_error (error);
  g_ref_string_release (net.name);

  return id;
}

/* the pads lie in two rows along the lower and the upper edge */
CwPoint
package_get_pad (CwBox body, guint n_pads, guint pad)
{
  guint n_columns = n_pads / 2;
  gint64 width = (gint64) body.max.x - body.min.x;

  return CW_POINT ((CwCoord) (body.min.x + width * (pad % n_columns + 1) / (n_columns + 1)),
                   pad < n_columns ? body.min.y + 100 * CW_UM : body.max.y - 100 * CW_UM);
}

CwId
package_add_die (CwEdit *edit, const char *name, CwBox body, CwCoord thickness, guint n_pads,
                 const CwId *nets)
{
  g_autoptr (GError) error = NULL;
  g_autofree CwPad *pads = g_new0 (CwPad, n_pads);
  g_autofree char *type_name = g_strconcat (name, "-type", NULL);
  g_autoptr (CwPads) shared = NULL;
  g_autoptr (CwNets) shared_nets = NULL;
  CwDieType type = {
    .name = g_ref_string_new (type_name),
    .body = body,
    .thickness = thickness,
    .function = g_ref_string_new (""),
  };
  CwDie die = { .name = g_ref_string_new (name) };
  CwId id;

  for (guint i = 0; i < n_pads; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      pads[i].name = g_ref_string_new (number);
      pads[i].at = package_get_pad (body, n_pads, i);
      pads[i].form = (CwPadForm){ CW_PAD_RECTANGLE, 60 * CW_UM, 60 * CW_UM };
    }
  shared = cw_pads_new (pads, n_pads);
  shared_nets = cw_nets_new (nets, n_pads);
  type.pads = shared;
  die.nets = shared_nets;
  die.type = cw_edit_add_die_type (edit, &type, &error);
  g_assert_no_error (error);
  id = cw_edit_add_die (edit, &die, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_pads; i++)
    g_ref_string_release (pads[i].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  g_ref_string_release (die.name);

  return id;
}

CwId
package_add_trace (CwEdit *edit, CwId net, guint8 level, const CwPoint *points, gsize n_points,
                   CwCoord width)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  CwTrace trace = { .path = path, .width = width, .net = net, .level = level };
  CwId id = cw_edit_add_trace (edit, &trace, &error);

  g_assert_no_error (error);

  return id;
}

CwId
package_add_via (CwEdit *edit, CwId net, guint8 from, guint8 to, CwPoint at)
{
  g_autoptr (GError) error = NULL;
  CwVia via
      = { .at = at, .hole = 36 * CW_UM, .land = 56 * CW_UM, .net = net, .from = from, .to = to };
  CwId id = cw_edit_add_via (edit, &via, &error);

  g_assert_no_error (error);

  return id;
}

CwId
package_add_ball (CwEdit *edit, CwId net, const char *name, CwPoint at, CwCoord diameter)
{
  g_autoptr (GError) error = NULL;
  CwBondingPad pad = {
    .name = g_ref_string_new (name),
    .at = at,
    .land = { CW_PAD_ROUND, 236 * CW_UM, 236 * CW_UM },
    .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
    .ball = { CW_BALL_SOLDER_BALL, diameter },
    .net = net,
    .level = PACKAGE_RDL2,
  };
  CwId id = cw_edit_add_bonding_pad (edit, &pad, &error);

  g_assert_no_error (error);
  g_ref_string_release (pad.name);

  return id;
}

/* out of the die on the first level, then up and over to the ball on the second */
static void
route (CwEdit *edit, CwId net, CwPoint pad, CwPoint ball)
{
  CwCoord up = ball.y > pad.y ? 1 : -1;
  CwCoord dx = ball.x - pad.x;
  CwCoord slant = MIN (abs (dx), abs (ball.y - pad.y) - 300 * CW_UM);
  CwPoint bend = CW_POINT (pad.x, ball.y - up * (slant + 100 * CW_UM));
  CwPoint end = CW_POINT (pad.x + (dx > 0 ? slant : -slant), ball.y - up * 100 * CW_UM);
  CwPoint lower[] = { pad, bend };
  CwPoint upper[] = { bend, end, CW_POINT (ball.x, end.y), ball };
  gsize n_upper = 1;

  for (gsize i = 1; i < G_N_ELEMENTS (upper); i++)
    if (!cw_point_equal (upper[i], upper[n_upper - 1]))
      upper[n_upper++] = upper[i];

  package_add_via (edit, net, PACKAGE_PAD, PACKAGE_RDL1, pad);
  package_add_trace (edit, net, PACKAGE_RDL1, lower, G_N_ELEMENTS (lower), 20 * CW_UM);
  package_add_via (edit, net, PACKAGE_RDL1, PACKAGE_RDL2, bend);
  package_add_trace (edit, net, PACKAGE_RDL2, upper, n_upper, 20 * CW_UM);
}

/* two dies side by side, each pad wired to a ball above or below */
CwDesign *
package_new_demo (void)
{
  static const CwBox bodies[] = {
    { { -4200 * CW_UM, -1500 * CW_UM }, { -300 * CW_UM, 1500 * CW_UM } },
    { { 300 * CW_UM, -1100 * CW_UM }, { 4200 * CW_UM, 1100 * CW_UM } },
  };
  static const char *const names[] = { "U1", "U2" };
  static const CwCoord thicknesses[] = { 130 * CW_UM, 130 * CW_UM };
  CwEdit *edit = package_begin ();
  guint n_pads = 16;

  for (guint die = 0; die < G_N_ELEMENTS (bodies); die++)
    {
      CwId nets[16];

      for (guint i = 0; i < n_pads; i++)
        {
          g_autofree char *name = g_strdup_printf ("D%u_%u", die + 1, i + 1);

          nets[i] = package_add_net (edit, name);
        }
      package_add_die (edit, names[die], bodies[die], thicknesses[die], n_pads, nets);
      for (guint i = 0; i < n_pads; i++)
        {
          CwPoint pad = package_get_pad (bodies[die], n_pads, i);
          gint32 up = i < n_pads / 2 ? -1 : 1;
          guint column = i % (n_pads / 2);
          CwPoint ball
              = CW_POINT ((die == 0 ? -4500 : 300) * CW_UM + (CwCoord) column * 600 * CW_UM,
                          up * (column % 2 == 0 ? 3100 : 4100) * CW_UM);
          g_autofree char *name
              = g_strdup_printf ("%c%u", up > 0 ? 'A' : 'K', die * n_pads / 2 + column + 1);

          package_add_ball (edit, nets[i], name, ball, 262 * CW_UM);
          route (edit, nets[i], pad, ball);
        }
    }

  return package_end (edit);
}
