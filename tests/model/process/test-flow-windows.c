/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-flow-windows.h"

#include <string.h>

#include "tests/model/process/package.h"

/* What a package is given that is out of a window. */
typedef struct
{
  const char *name;
  CwMethod method;
  CwSubstrateKind substrate;
  CwCoord die;        /* thickness of both dies */
  CwCoord gap;        /* between them */
  CwCoord wall;       /* between them and their cavities, 0 for no cavities */
  CwCoord sheet;      /* before it is thinned, 0 as the template has it */
  CwCoord hole;       /* of the via, 0 for none */
  CwCoord dielectric; /* thickness of D2, 0 as usual */
  CwCoord wiring;     /* of RDL1, 0 as usual */
  CwDeposition deposition;
  CwCoord ball;   /* diameter, 0 for none */
  CwCoord ball_x; /* of the second; the first lies in the middle */
  CwBallKind kind;
  gboolean has_spacing; /* a rule about it */
  const char *expected; /* severity, text and source of each finding, one a line */
} Case;

static const Case cases[] = {
  { .name = "usual-a", .die = 130 * CW_UM, .gap = 300 * CW_UM, .hole = 36 * CW_UM, .expected = "" },
  { .name = "usual-b",
    .method = CW_METHOD_B,
    .die = 150 * CW_UM,
    .gap = 300 * CW_UM,
    .hole = 36 * CW_UM,
    .expected = "" },
  { .name = "usual-c",
    .method = CW_METHOD_C,
    .die = 150 * CW_UM,
    .gap = 300 * CW_UM,
    .expected = "" },
  { .name = "p5-nothing-is-ground",
    .method = CW_METHOD_C,
    .die = 100 * CW_UM,
    .gap = 300 * CW_UM,
    .expected = "0 does not reach the back of die U1: it is 100 µm thick, ground is to 100 µm "
                "[check P5, claims 102, 139]\n"
                "0 does not reach the back of die U2: it is 100 µm thick, ground is to 100 µm "
                "[check P5, claims 102, 139]\n" },
  { .name = "p6-thick-sheet",
    .method = CW_METHOD_B,
    .die = 150 * CW_UM,
    .gap = 300 * CW_UM,
    .sheet = 201 * CW_UM,
    .expected = "0 is 201 µm thick, allowed are 2 µm … 200 µm [check P6, claim 107]\n" },
  { .name = "p6-sheet-that-is-not-thinned",
    .method = CW_METHOD_B,
    .die = 150 * CW_UM,
    .gap = 300 * CW_UM,
    .sheet = 25 * CW_UM,
    .expected = "0 removes nothing: it is 25 µm thick before and 25 µm after "
                "[check P6, claim 108]\n" },
  { .name = "p7-deep-hole",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .hole = 12 * CW_UM,
    .dielectric = 15 * CW_UM,
    .expected = "1 makes holes of 12 µm in 15 µm: above 14 µm holes narrower than 25 µm are hard "
                "[check P7, photosensitive dielectrics as published]\n"
                "1 makes holes of 12 µm through 15 µm that the wiring lines: deeper than wide "
                "[check P7, from memory]\n" },
  { .name = "p7-thick-coat",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .dielectric = 26 * CW_UM,
    .expected = "0 is 26 µm thick, a single coat is 25 µm at most "
                "[check P7, photosensitive dielectrics as published]\n" },
  { .name = "p8-thick-sputtering",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .wiring = 5 * CW_UM,
    .deposition = CW_DEPOSITION_SPUTTERING,
    .expected = "1 makes 5 µm of metal by sputtering, the most in volume is 2 µm "
                "[check P8, from memory]\n" },
  { .name = "p8-thick-plating",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .wiring = 31 * CW_UM,
    .deposition = CW_DEPOSITION_ELECTROPLATING,
    .expected = "0 makes 31 µm of metal by electroplating, the most is 30 µm "
                "[check P8, roadmap of an assembly house]\n" },
  { .name = "p12-roomy-cavity",
    .substrate = CW_SUBSTRATE_CORES,
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .wall = 50 * CW_UM,
    .expected = "" },
  { .name = "p12-tight-cavity",
    .substrate = CW_SUBSTRATE_CORES,
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .wall = 49 * CW_UM,
    .expected = "1 leaves 49 µm between die U1 and the wall of its cavity, 50 µm is the least "
                "[check P12, from memory]\n"
                "1 leaves 49 µm between die U2 and the wall of its cavity, 50 µm is the least "
                "[check P12, from memory]\n" },
  { .name = "p12-small-cavity",
    .substrate = CW_SUBSTRATE_CORES,
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .wall = -1 * CW_UM,
    .expected = "0 puts die U1 over the brim of a cavity: it does not fit in "
                "[check P12, claims 64 to 69]\n"
                "0 puts die U2 over the brim of a cavity: it does not fit in "
                "[check P12, claims 64 to 69]\n" },
  { .name = "p17-touching-balls",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .ball = 260 * CW_UM,
    .ball_x = 260 * CW_UM,
    .expected = "0 makes bonding points A1 and A2 touch, 1 such pairs in all [check P17]\n" },
  { .name = "p17-ball-near-the-edge",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .ball = 260 * CW_UM,
    .ball_x = 4621 * CW_UM,
    .expected = "1 puts bonding point A2 249 µm from the edge of the package, 250 µm is the least "
                "[check P17, package outlines]\n" },
  { .name = "p20-narrow-gap",
    .die = 130 * CW_UM,
    .gap = 49 * CW_UM,
    .expected = "1 has to run into 49 µm between dies U1 and U2, 50 µm is the least "
                "[check P20, IHP open assembly design kit]\n" },
  { .name = "p20-left-to-the-rule",
    .die = 130 * CW_UM,
    .gap = 49 * CW_UM,
    .has_spacing = TRUE,
    .expected = "" },
  { .name = "p21-wide-pin",
    .die = 130 * CW_UM,
    .gap = 300 * CW_UM,
    .ball = 260 * CW_UM,
    .ball_x = 1000 * CW_UM,
    .kind = CW_BALL_PIN,
    .expected = "1 puts pin A1 on a land that is narrower than it [check P21, claim 29]\n" },
};

static void
change_level (const Case *of, CwLevel *level)
{
  if (strcmp (level->name, "D2") == 0 && of->dielectric > 0)
    level->thickness = of->dielectric;
  if (strcmp (level->name, "RDL1") == 0 && of->wiring > 0)
    {
      level->thickness = of->wiring;
      level->deposition = of->deposition;
    }
}

static CwTechnology *
make_technology (const Case *of)
{
  g_autoptr (CwTechnology) usual = cw_technology_new_method (of->method, of->substrate, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwFlow) usual_flow = NULL;
  g_autoptr (CwFlow) flow = NULL;
  CwTechnology *technology = cw_technology_new (of->name);

  cw_technology_set_substrate (technology, of->substrate);
  for (guint i = 0; i < cw_technology_get_n_materials (usual); i++)
    cw_technology_add_material (technology, cw_technology_get_material (usual, i), &error);
  for (guint i = 0; i < cw_technology_get_n_levels (usual); i++)
    {
      CwLevel level = *cw_technology_get_level (usual, i);

      change_level (of, &level);
      cw_technology_add_level (technology, &level, &error);
    }
  for (guint i = 0; of->has_spacing && i < cw_technology_get_n_rules (usual); i++)
    cw_technology_add_rule (technology, cw_technology_get_rule (usual, i), &error);
  g_assert_no_error (error);

  usual_flow = cw_flow_new_template (technology, of->method);
  flow = cw_flow_new (of->method, usual_flow->steps, usual_flow->n_steps);
  for (guint i = 0; i < flow->n_steps; i++)
    if (flow->steps[i].kind == CW_STEP_PROVIDE_SHEET && of->sheet > 0)
      flow->steps[i].thickness = of->sheet;
  cw_technology_set_flow (technology, flow);

  return technology;
}

static void
add_die (CwEdit *edit, const Case *of, const CwTechnology *technology, guint i)
{
  g_autofree char *name = g_strdup_printf ("U%u", i + 1);
  CwCoord x = i == 0 ? -2000 * CW_UM : of->gap;
  CwBox body = CW_BOX (x, 0, x + 2000 * CW_UM, 1000 * CW_UM);
  CwId nets[2] = { 0 };
  g_autoptr (CwPath) outline = cw_path_new_box (cw_box_grow (body, of->wall));
  CwCavity cavity = { .outline = outline };
  g_autoptr (GError) error = NULL;

  package_add_die (edit, name, body, of->die, 2, nets);
  cavity.level = (guint8) cw_technology_find_level (technology, "CORE1");
  if (of->wall != 0)
    cw_edit_add_cavity (edit, &cavity, &error);
  g_assert_no_error (error);
}

static void
add_ball (CwEdit *edit, const Case *of, const CwTechnology *technology, guint i)
{
  CwBondingPad pad = {
    .name = g_ref_string_new (i == 0 ? "A1" : "A2"),
    .at = CW_POINT (i == 0 ? 0 : of->ball_x, 3 * CW_MM),
    .land = { CW_PAD_ROUND, 236 * CW_UM, 236 * CW_UM },
    .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
    .ball = { of->kind, of->ball },
    .level = (guint8) cw_technology_find_level (technology, "RDL2"),
  };
  g_autoptr (GError) error = NULL;

  cw_edit_add_bonding_pad (edit, &pad, &error);
  g_assert_no_error (error);
  g_ref_string_release (pad.name);
}

static CwDesign *
make_design (const Case *of)
{
  g_autoptr (CwTechnology) technology = make_technology (of);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));
  g_autoptr (CwDesign) base = cw_design_new (technology, outline);
  g_autoptr (GError) error = NULL;
  CwEdit *edit = cw_edit_new (base);
  CwVia via = { .hole = of->hole, .land = 60 * CW_UM };

  for (guint i = 0; i < 2; i++)
    {
      add_die (edit, of, technology, i);
      if (of->ball > 0)
        add_ball (edit, of, technology, i);
    }
  via.from = (guint8) cw_technology_find_level (technology, "RDL1");
  via.to = (guint8) cw_technology_find_level (technology, "RDL2");
  if (of->hole > 0)
    cw_edit_add_via (edit, &via, &error);
  g_assert_no_error (error);

  return package_end (edit);
}

static void
test_case (gconstpointer data)
{
  const Case *of = data;
  g_autoptr (CwDesign) design = make_design (of);
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
  g_autoptr (GPtrArray) findings = cw_flow_check_windows (design);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const CwFlowFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *label = cw_flow_dup_step_label (flow, finding->step);
      g_autofree char *name = cw_flow_dup_step_name (flow, technology, finding->step);
      g_autofree char *lead = g_strdup_printf ("%s %s ", label, name);

      g_assert_true (g_str_has_prefix (finding->what, lead));
      g_string_append_printf (text, "%d %s [%s]\n", finding->severity,
                              finding->what + strlen (lead), finding->source);
    }
  g_assert_cmpstr (text->str, ==, of->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/process/flow-windows/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
