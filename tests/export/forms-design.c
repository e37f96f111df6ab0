/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "forms-design.h"

#define UM(x, y) CW_POINT ((x) *CW_UM, (y) *CW_UM)
#define FORM(kind, width, height)                                                                  \
  {                                                                                                \
    CW_PAD_##kind, (width) *CW_UM, (height) *CW_UM                                                 \
  }

/* names that a file format could stumble over */
static const char *const net_names[] = { "mprj_io[3]/CSB", "a,b", "50%*", "\\back", "µ Ω", "😀" };

typedef struct
{
  CwEdit *edit;
  CwId nets[G_N_ELEMENTS (net_names)];
  guint8 pad;
  guint8 rdl1;
  guint8 rdl2;
} Maker;

static void
add_nets (Maker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (net_names); i++)
    {
      g_autoptr (GRefString) name = g_ref_string_new (net_names[i]);
      g_autoptr (GError) error = NULL;
      CwNet net = { .name = name };

      self->nets[i] = cw_edit_add_net (self->edit, &net, &error);
      g_assert_no_error (error);
    }
}

static CwId
add_die_type (Maker *self)
{
  static const struct
  {
    const char *name;
    CwPoint at;
    CwPadForm form;
  } list[] = {
    { "1", UM (-200, -100), FORM (RECTANGLE, 60, 40) },
    { "2", UM (0, -100), FORM (ROUND, 70, 70) },
    { "3", UM (200, -100), FORM (OCTAGON, 80, 80) },
    { "4", UM (-200, 100), FORM (OBLONG, 90, 40) },
    { "5", UM (0, 100), FORM (OBLONG, 40, 90) },
    { "6", UM (200, 100), FORM (RECTANGLE, 50, 50) },
  };
  CwPad pads[G_N_ELEMENTS (list)];
  g_autoptr (CwPads) all = NULL;
  g_autoptr (GRefString) name = g_ref_string_new ("six, pads*");
  g_autoptr (GRefString) function = g_ref_string_new ("");
  g_autoptr (GError) error = NULL;
  CwDieType type = { .name = name,
                     .body = { UM (-300, -200), UM (300, 200) },
                     .thickness = 100 * CW_UM,
                     .function = function };
  CwId id;

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    pads[i] = (CwPad){ g_ref_string_new (list[i].name), list[i].at, list[i].form };
  all = cw_pads_new (pads, G_N_ELEMENTS (pads));
  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    g_ref_string_release (pads[i].name);

  type.pads = all;
  id = cw_edit_add_die_type (self->edit, &type, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_die (Maker *self, CwId type, const char *name, CwPoint at, CwAngle angle, gboolean mirror)
{
  g_autoptr (GRefString) text = g_ref_string_new (name);
  g_autoptr (CwNets) nets = cw_nets_new (self->nets, G_N_ELEMENTS (net_names));
  g_autoptr (GError) error = NULL;
  CwDie die = {
    .name = text, .type = type, .at = at, .angle = angle, .mirror = (guint8) mirror, .nets = nets
  };

  cw_edit_add_die (self->edit, &die, &error);
  g_assert_no_error (error);
}

static void
add_bonding_pads (Maker *self)
{
  static const struct
  {
    const char *name;
    CwAngle angle;
    CwPadForm land;
    CwPadForm opening;
    CwCoord ball;
  } list[] = {
    { "A1", 0, FORM (ROUND, 270, 270), FORM (ROUND, 220, 220), 310 * CW_UM },
    { "A2", 0, FORM (OCTAGON, 240, 240), FORM (OCTAGON, 200, 200), 240 * CW_UM },
    { "A3", 45 * CW_DEGREE, FORM (OBLONG, 300, 160), FORM (OBLONG, 260, 120), 0 },
    { "A4", 12345678, FORM (RECTANGLE, 250, 150), FORM (RECTANGLE, 210, 110), 0 },
    { "", CW_ANGLE_90, FORM (OBLONG, 250, 150), FORM (ROUND, 100, 100), 150 * CW_UM },
    { "A6", 7 * CW_DEGREE, { CW_PAD_RECTANGLE, 200001, 100003 }, FORM (ROUND, 80, 80), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (list); i++)
    {
      g_autoptr (GRefString) name = g_ref_string_new (list[i].name);
      g_autoptr (GError) error = NULL;
      CwBondingPad pad = { .name = name,
                           .at = UM (300 + 480 * (int) i, 1600),
                           .angle = list[i].angle,
                           .land = list[i].land,
                           .opening = list[i].opening,
                           .ball = { CW_BALL_SOLDER_BALL, list[i].ball },
                           .net = i == 2 ? CW_ID_NONE : self->nets[i],
                           .level = self->rdl2 };

      cw_edit_add_bonding_pad (self->edit, &pad, &error);
      g_assert_no_error (error);
    }
}

static void
add_trace (Maker *self, const CwVertex *vertices, gsize n_vertices, CwCoord width, guint8 level,
           guint net)
{
  g_autoptr (CwPath) path = cw_path_new (vertices, n_vertices);
  g_autoptr (GError) error = NULL;
  CwTrace trace = { .path = path, .width = width, .net = self->nets[net], .level = level };

  cw_edit_add_trace (self->edit, &trace, &error);
  g_assert_no_error (error);
}

static void
add_traces (Maker *self)
{
  CwVertex snake[] = { { UM (300, 1600), 0 },
                       { UM (300, 1200), CW_ANGLE_90 },
                       { UM (400, 1100), -CW_ANGLE_90 },
                       { UM (500, 1000), 0 },
                       { UM (500, 700), 0 },
                       { UM (400, 500), 0 } };
  CwVertex loop[]
      = { { UM (1200, 1300), 300 * CW_DEGREE }, { UM (1300, 1300), 0 }, { UM (1500, 1350), 0 } };
  CwVertex back[]
      = { { UM (1700, 1300), -200 * CW_DEGREE }, { UM (1900, 1250), 0 }, { UM (2100, 1250), 0 } };
  CwVertex flat[] = { { UM (200, 1350), 1 * CW_DEGREE }, { UM (2900, 1350), 0 } };
  CwVertex tiny[] = { { UM (2500, 1000), CW_ANGLE_90 },
                      { { 2500700, 1000700 }, 0 },
                      { UM (2800, 1000), 170 * CW_DEGREE },
                      { UM (2800, 1200), 0 } };

  add_trace (self, snake, G_N_ELEMENTS (snake), 40 * CW_UM, self->rdl2, 0);
  add_trace (self, loop, G_N_ELEMENTS (loop), 25 * CW_UM, self->rdl2, 1);
  add_trace (self, back, G_N_ELEMENTS (back), 33 * CW_UM, self->rdl2, 2);
  add_trace (self, flat, G_N_ELEMENTS (flat), 60 * CW_UM, self->rdl1, 3);
  add_trace (self, tiny, G_N_ELEMENTS (tiny), 45 * CW_UM, self->rdl1, 4);
}

static void
add_via (Maker *self, CwPoint at, guint net, guint8 from, guint8 to)
{
  g_autoptr (GError) error = NULL;
  CwVia via = {
    .at = at, .hole = 40 * CW_UM, .land = 80 * CW_UM, .net = self->nets[net], .from = from, .to = to
  };

  cw_edit_add_via (self->edit, &via, &error);
  g_assert_no_error (error);
}

static void
add_text (Maker *self)
{
  g_autoptr (GRefString) what = g_ref_string_new ("Chip 42%");
  g_autoptr (GError) error = NULL;
  CwText text = { .text = what,
                  .at = UM (1900, 200),
                  .height = 200 * CW_UM,
                  .width = 30 * CW_UM,
                  .angle = 10 * CW_DEGREE,
                  .level = self->rdl2 };

  cw_edit_add_text (self->edit, &text, &error);
  g_assert_no_error (error);
}

/* every form of pad at odd angles, arcs of all sizes, vias over one and two levels, text */
CwDesign *
forms_design_new (void)
{
  CwVertex outline[] = { { UM (0, 0), 0 },
                         { UM (3000, 0), 0 },
                         { UM (3000, 1700), CW_ANGLE_90 },
                         { UM (2800, 1900), 0 },
                         { UM (0, 1900), 0 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) path = cw_path_new (outline, G_N_ELEMENTS (outline));
  g_autoptr (CwDesign) base = cw_design_new (technology, path);
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  g_autoptr (GError) error = NULL;
  Maker self = { .edit = edit,
                 .pad = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_PAD),
                 .rdl1 = (guint8) cw_technology_get_wiring_level (technology, 0),
                 .rdl2 = (guint8) cw_technology_get_wiring_level (technology, 1) };
  CwId type;

  cw_edit_set_name (edit, "forms", &error);
  g_assert_no_error (error);
  add_nets (&self);
  type = add_die_type (&self);
  add_die (&self, type, "U1", UM (500, 500), 30 * CW_DEGREE, FALSE);
  add_die (&self, type, "U2", UM (1400, 600), CW_ANGLE_90, TRUE);
  add_bonding_pads (&self);
  add_traces (&self);
  add_via (&self, UM (500, 700), 0, self.pad, self.rdl2);
  add_via (&self, UM (2100, 1250), 2, self.rdl1, self.rdl2);
  add_via (&self, UM (2500, 1000), 4, self.pad, self.rdl1);
  add_text (&self);

  return cw_edit_finish (edit, NULL);
}
