/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/process/method-package.h"

#include "model/package/cw-flow.h"

/* The flow with a filling of the vias after each opening of holes, or without the optional filling. */
static CwFlow *
make_flow (const CwTechnology *technology, const MethodCase *of)
{
  g_autoptr (CwFlow) flow = cw_flow_new_template (technology, of->method);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CwStep));
  guint8 paste = (guint8) cw_technology_find_material (technology, "Conductive via paste");

  for (guint i = 0; i < flow->n_steps; i++)
    {
      CwStep step = flow->steps[i];
      gboolean is_filling = step.kind == CW_STEP_SECOND_FILL
                            || (of->method == CW_METHOD_A
                                && (step.kind == CW_STEP_FILL || step.kind == CW_STEP_PLANARISE));

      if (is_filling && !of->is_filled)
        continue;
      g_array_append_val (steps, step);
      if (step.kind == CW_STEP_OPEN_HOLES && of->is_plugged)
        {
          CwStep plug = { CW_STEP_FILL_VIAS, step.level, paste, 0, 0 };

          g_array_append_val (steps, plug);
        }
    }

  return cw_flow_new (of->method, (const CwStep *) (gpointer) steps->data, steps->len);
}

static gboolean
is_film (CwLevelKind kind)
{
  return kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC
         || kind == CW_LEVEL_PASSIVATION;
}

static CwTechnology *
make_technology (const MethodCase *of)
{
  g_autoptr (CwTechnology) usual = cw_technology_new_method (of->method, of->substrate, 2);
  g_autoptr (GError) error = NULL;
  CwTechnology *technology = cw_technology_new (of->name);

  cw_technology_set_substrate (technology, of->substrate);
  for (guint i = 0; i < cw_technology_get_n_materials (usual); i++)
    cw_technology_add_material (technology, cw_technology_get_material (usual, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (usual); i++)
    {
      CwLevel level = *cw_technology_get_level (usual, i);

      if (of->leans && is_film (level.kind))
        level.taper = 45 * CW_DEGREE;
      cw_technology_add_level (technology, &level, &error);
    }
  g_assert_no_error (error);

  return technology;
}

static void
add_via (CwEdit *edit, const MethodCase *of, CwId net, guint from, guint to, CwCoord x)
{
  g_autoptr (GError) error = NULL;
  CwVia via = { CW_POINT (x, 0),
                HOLE,
                LAND,
                net,
                (guint8) from,
                (guint8) to,
                of->is_plugged ? CW_VIA_BEFORE_WIRING : CW_VIA_WITH_WIRING,
                0 };

  cw_edit_add_via (edit, &via, &error);
  g_assert_no_error (error);
}

static void
add_bonding_pad (CwEdit *edit, CwId net, guint level)
{
  g_autoptr (GError) error = NULL;
  CwBondingPad pad = { .name = g_ref_string_new ("A1"),
                       .land = { CW_PAD_ROUND, 236 * CW_UM, 236 * CW_UM },
                       .opening = { CW_PAD_ROUND, OPENING, OPENING },
                       .ubm = { CW_PAD_ROUND, UBM, UBM },
                       .ball = { CW_BALL_SOLDER_BALL, BALL },
                       .net = net,
                       .level = (guint8) level };

  cw_edit_add_bonding_pad (edit, &pad, &error);
  g_assert_no_error (error);
  g_ref_string_release (pad.name);
}

static void
add_cavity (CwEdit *edit, const MethodCase *of, guint level, CwCoord x)
{
  g_autoptr (GError) error = NULL;
  gboolean is_moulded = of->substrate == CW_SUBSTRATE_MOULDED;
  CwCoord margin = 50 * CW_UM + (is_moulded ? CAVITY_DEPTH : 0);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (x - 500 * CW_UM - margin, -100 * CW_UM - margin,
                                 x + 500 * CW_UM + margin, 400 * CW_UM + margin));
  CwCavity cavity = { .outline = outline,
                      .level = (guint8) level,
                      .depth = is_moulded ? CAVITY_DEPTH : 0,
                      .draft = is_moulded ? 45 * CW_DEGREE : 0 };

  cw_edit_add_cavity (edit, &cavity, &error);
  g_assert_no_error (error);
}

guint
method_find_top_board (const CwTechnology *technology)
{
  guint found = CW_LEVEL_NONE;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_SUBSTRATE)
      found = i;

  return found;
}

CwDesign *
method_new_design (const MethodCase *of)
{
  static const CwPoint lower[] = { { -1000 * CW_UM, 0 }, { -200 * CW_UM, 0 } };
  static const CwPoint upper[] = { { -200 * CW_UM, 0 }, { 0, 0 } };
  static const CwCoord middles[] = { -1000 * CW_UM, 1000 * CW_UM };
  g_autoptr (CwTechnology) technology = make_technology (of);
  g_autoptr (CwFlow) flow = make_flow (technology, of);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-2000 * CW_UM, -1000 * CW_UM, 2000 * CW_UM, 1000 * CW_UM));
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  guint rdl1 = cw_technology_get_wiring_level (technology, 0);
  guint rdl2 = cw_technology_get_wiring_level (technology, 1);
  g_autoptr (CwDesign) base = NULL;
  CwEdit *edit;
  CwId net;

  cw_technology_set_flow (technology, flow);
  base = cw_design_new (technology, outline);
  edit = cw_edit_new (base);
  net = package_add_net (edit, "N");
  for (guint i = 0; i < 2; i++)
    {
      const CwId nets[] = { net, net };

      package_add_die (
          edit, i == 0 ? "U1" : "U2",
          CW_BOX (middles[i] - 500 * CW_UM, -100 * CW_UM, middles[i] + 500 * CW_UM, 400 * CW_UM),
          (of->method == CW_METHOD_A ? 130 : 150) * CW_UM, 2, nets);
      if (of->substrate != CW_SUBSTRATE_PLAIN)
        add_cavity (edit, of, method_find_top_board (technology), middles[i]);
      add_via (edit, of, net, pad, rdl1, middles[i]);
    }
  add_via (edit, of, net, rdl1, rdl2, -200 * CW_UM);
  package_add_trace (edit, net, (guint8) rdl1, lower, 2, 20 * CW_UM);
  package_add_trace (edit, net, (guint8) rdl2, upper, 2, 20 * CW_UM);
  add_bonding_pad (edit, net, rdl2);

  return package_end (edit);
}
