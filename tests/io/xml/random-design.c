/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/io/xml/random-design.h"

#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"

/* Designs of every kind of item with values all over their ranges. */

#define N_LEVELS 3

typedef struct
{
  GRand *random;
  CwEdit *edit;
  guint8 substrate;
  guint8 pad_level;
  guint8 wiring[N_LEVELS];
  guint n_nets;
  guint n_types;
} Random;

static gint32
range (Random *self, gint32 begin, gint32 end)
{
  return g_rand_int_range (self->random, begin, end);
}

static gboolean
coin (Random *self)
{
  return range (self, 0, 2) == 1;
}

static CwPoint
point (Random *self)
{
  gint32 reach = coin (self) ? 100 : 900 * CW_MM;

  return CW_POINT (range (self, -reach, reach), range (self, -reach, reach));
}

static CwAngle
angle (Random *self)
{
  return coin (self) ? range (self, 0, 4) * CW_ANGLE_90 : range (self, 0, CW_ANGLE_FULL);
}

static CwId
net (Random *self)
{
  return coin (self) ? CW_ID_NONE
                     : cw_id_new (CW_ITEM_NET, 1 + (guint) range (self, 0, (gint32) self->n_nets));
}

/* unique, and hard to write */
static GRefString *
name (Random *self, guint number)
{
  static const char *const parts[] = { "A",  "<",    "&", "\"",  "'",     "]]>",   "&amp;", "µ",
                                       "東", "%s%n", " ", "  b", "&#38;", "&#10;", "\\",    "" };
  g_autofree char *text = g_strdup_printf ("%s%u%s", parts[range (self, 0, G_N_ELEMENTS (parts))],
                                           number, parts[range (self, 0, G_N_ELEMENTS (parts))]);

  return g_ref_string_new (text);
}

static CwPadForm
form (Random *self)
{
  CwPadForm made = { .kind = (CwPadFormKind) range (self, 0, CW_N_PAD_FORM_KINDS) };

  made.width = range (self, 100, CW_MM);
  made.height = made.kind == CW_PAD_ROUND || made.kind == CW_PAD_OCTAGON || coin (self)
                    ? made.width
                    : range (self, 100, CW_MM);

  return made;
}

static void
add (Random *self, CwItemKind kind, guint32 number, gconstpointer item)
{
  g_autoptr (GError) error = NULL;

  cw_edit_add_with_id (self->edit, cw_id_new (kind, number), item, &error);
  g_assert_no_error (error);
}

static void
add_net (Random *self, guint number)
{
  CwNet made = { .name = name (self, number),
                 .net_class = (CwNetClass) range (self, 0, CW_N_NET_CLASSES),
                 .width = coin (self) ? 0 : range (self, 0, CW_MM),
                 .current = coin (self) ? 0 : range (self, 0, G_MAXINT32) };

  add (self, CW_ITEM_NET, number, &made);
  g_ref_string_release (made.name);
}

static void
add_die_type (Random *self, guint number)
{
  guint n = (guint) range (self, 0, 20);
  g_autofree CwPad *pads = g_new0 (CwPad, n + 1);
  CwDieType made = { .name = name (self, number),
                     .body = { { range (self, -CW_MM, 0), range (self, -CW_MM, 0) },
                               { range (self, 1, CW_MM), range (self, 1, CW_MM) } },
                     .thickness = range (self, 1, CW_MM),
                     .trace_width = coin (self) ? 0 : range (self, 0, CW_UM),
                     .trace_thickness = coin (self) ? 0 : range (self, 0, CW_UM),
                     .trace_length = coin (self) ? 0 : range (self, 0, CW_MM),
                     .n_devices = coin (self) ? 0 : range (self, 0, G_MAXINT32),
                     .seal = coin (self) ? 0 : range (self, 0, CW_MM),
                     .keep_out = coin (self) ? 0 : range (self, 0, CW_MM),
                     .function = coin (self) ? g_ref_string_new ("") : name (self, 1) };

  for (guint i = 0; i < n; i++)
    {
      pads[i].name = name (self, i);
      pads[i].form = form (self);
      pads[i].form.width = MIN (pads[i].form.width, 1000);
      pads[i].form.height = MIN (pads[i].form.height, 1000);
      pads[i].at = CW_POINT (range (self, made.body.min.x, made.body.max.x),
                             range (self, made.body.min.y, made.body.max.y));
    }
  made.pads = cw_pads_new (pads, n);
  for (guint i = 0; i < n; i++)
    g_ref_string_release (pads[i].name);

  add (self, CW_ITEM_DIE_TYPE, number, &made);
  cw_pads_unref (made.pads);
  g_ref_string_release (made.name);
  g_ref_string_release (made.function);
}

static void
add_die (Random *self, guint number)
{
  guint type = 1 + (guint) range (self, 0, (gint32) self->n_types);
  CwDie made = { .name = name (self, number),
                 .type = cw_id_new (CW_ITEM_DIE_TYPE, type),
                 .at = point (self),
                 .angle = angle (self),
                 .mirror = coin (self),
                 .flags = coin (self) ? CW_ITEM_LOCKED : 0,
                 .module = coin (self) ? NULL : name (self, 1) };
  const CwDieType *die_type = cw_edit_get_item (self->edit, made.type);
  guint32 n = die_type->pads->n_pads;
  g_autofree CwId *nets = g_new0 (CwId, n + 1);
  gboolean connected = coin (self);

  for (guint32 i = 0; i < n && connected; i++)
    nets[i] = net (self);
  made.nets = cw_nets_new (nets, n);
  add (self, CW_ITEM_DIE, number, &made);
  cw_nets_unref (made.nets);
  g_ref_string_release (made.name);
  g_clear_pointer (&made.module, g_ref_string_release);
}

static void
add_bonding_pad (Random *self, guint number)
{
  CwBondingPad made = { .name = coin (self) ? g_ref_string_new ("") : name (self, number),
                        .at = point (self),
                        .angle = angle (self),
                        .land = form (self),
                        .net = net (self),
                        .level = self->wiring[N_LEVELS - 1],
                        .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  if (coin (self))
    {
      made.opening = form (self);
      made.ball.kind = (CwBallKind) range (self, 0, CW_N_BALL_KINDS);
      made.ball.diameter = coin (self) ? 0 : 2 * CW_MM;
    }
  add (self, CW_ITEM_BONDING_PAD, number, &made);
  g_ref_string_release (made.name);
}

static void
add_via (Random *self, guint number)
{
  gint32 to = range (self, 0, N_LEVELS);
  gint32 from = range (self, -1, to);
  CwVia made = { .at = point (self),
                 .hole = range (self, 1, 1000),
                 .land = range (self, 1000, CW_MM),
                 .net = net (self),
                 .from = from < 0 ? self->pad_level : self->wiring[from],
                 .to = self->wiring[to],
                 .fill = (guint8) range (self, 0, CW_N_VIA_FILLS),
                 .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  add (self, CW_ITEM_VIA, number, &made);
}

static void
add_trace (Random *self, guint number)
{
  CwVertex vertices[12] = { { .at = point (self) } };
  guint n = 2 + (guint) range (self, 0, 10);
  g_autoptr (CwPath) path = NULL;
  CwTrace made = { .width = range (self, 1, 10 * CW_UM),
                   .net = net (self),
                   .level = self->wiring[range (self, 0, N_LEVELS)],
                   .name = coin (self) ? NULL : name (self, number),
                   .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  for (guint i = 1; i < n; i++)
    {
      vertices[i].at = CW_POINT (vertices[i - 1].at.x + range (self, 1, CW_MM),
                                 vertices[i - 1].at.y + range (self, -CW_MM, CW_MM));
      if (coin (self))
        vertices[i - 1].sweep = (coin (self) ? 1 : -1) * range (self, CW_DEGREE, CW_ANGLE_90);
    }
  path = cw_path_new (vertices, n);
  made.path = path;
  add (self, CW_ITEM_TRACE, number, &made);
  g_clear_pointer (&made.name, g_ref_string_release);
}

static void
add_text (Random *self, guint number)
{
  CwText made = { .text = name (self, number),
                  .at = point (self),
                  .height = range (self, 1000, CW_MM),
                  .angle = angle (self),
                  .mirror = coin (self),
                  .level = self->wiring[range (self, 0, N_LEVELS)],
                  .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  made.width = range (self, 1, made.height / 8);
  add (self, CW_ITEM_TEXT, number, &made);
  g_ref_string_release (made.text);
}

static CwPath *
triangle (Random *self)
{
  CwPoint at = point (self);
  CwVertex vertices[] = { { at, 0 },
                          { { at.x + range (self, CW_UM, CW_MM), at.y }, 0 },
                          { { at.x, at.y + range (self, CW_UM, CW_MM) }, 0 } };

  return cw_path_new (vertices, G_N_ELEMENTS (vertices));
}

static void
add_bus (Random *self, guint number)
{
  g_autoptr (CwPath) path = triangle (self);
  CwBus made = { .path = path,
                 .name = coin (self) ? NULL : name (self, number),
                 .width = range (self, 1, 10 * CW_UM),
                 .net = net (self),
                 .kind = (guint8) range (self, 0, CW_N_BUS_KINDS),
                 .level = self->wiring[range (self, 0, N_LEVELS)],
                 .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  if (made.kind != CW_BUS_RING)
    made.pitch = range (self, 50 * CW_UM, CW_MM);
  if (made.kind == CW_BUS_SPINE)
    made.reach = range (self, 50 * CW_UM, CW_MM);
  add (self, CW_ITEM_BUS, number, &made);
  g_clear_pointer (&made.name, g_ref_string_release);
}

static void
add_passive (Random *self, guint number)
{
  CwPassiveForm form = (CwPassiveForm) range (self, 0, CW_N_PASSIVE_FORMS);
  CwPassiveKind kind = cw_passive_form_get_kind (form);
  const CwCoord from[CW_N_PASSIVE_PARAMETERS] = {
    5 * CW_UM, 5 * CW_UM, 300 * CW_UM, 300 * CW_UM, 100 * CW_UM, 50 * CW_UM, 2, 0,
  };
  CwId nets[4];
  CwPassive made = { .name = name (self, number),
                     .at = point (self),
                     .angle = angle (self),
                     .form = (guint8) form,
                     .mirror = coin (self),
                     .level = self->wiring[1],
                     .other_level = CW_LEVEL_NONE,
                     .top_level = CW_LEVEL_NONE,
                     .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (cw_passive_form_uses (form, i))
      made.values[i] = range (self, from[i], 2 * from[i] + 4);
  if (kind == CW_PASSIVE_INDUCTOR || form == CW_FORM_PLATES || form == CW_FORM_MICROSTRIP
      || form == CW_FORM_STRIPLINE || form == CW_FORM_LOW_PASS)
    made.other_level = self->wiring[0];
  if (form == CW_FORM_STRIPLINE)
    made.top_level = self->wiring[2];
  for (guint i = 0; i < cw_passive_form_get_n_terminals (form); i++)
    nets[i] = net (self);
  if (coin (self))
    made.nets = cw_nets_new (nets, cw_passive_form_get_n_terminals (form));

  add (self, CW_ITEM_PASSIVE, number, &made);
  g_ref_string_release (made.name);
  g_clear_pointer (&made.nets, cw_nets_unref);
}

static void
add_cavity (Random *self, guint number)
{
  g_autoptr (CwPath) path = triangle (self);
  CwCavity made = { .outline = path,
                    .name = coin (self) ? NULL : name (self, number),
                    .depth = coin (self) ? 0 : range (self, 0, 100 * CW_UM),
                    .draft = coin (self) ? 0 : range (self, 0, 45 * CW_DEGREE),
                    .level = self->substrate,
                    .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  add (self, CW_ITEM_CAVITY, number, &made);
  g_clear_pointer (&made.name, g_ref_string_release);
}

static void
add_cut_line (Random *self, guint number)
{
  g_autoptr (CwPath) path = triangle (self);
  CwCutLine made
      = { .name = name (self, number), .path = path, .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  add (self, CW_ITEM_CUT_LINE, number, &made);
  g_ref_string_release (made.name);
}

static CwOutline *
outline (Random *self)
{
  CwPoint at = point (self);
  gboolean has_hole = coin (self);
  CwVertex round[] = { { { at.x + 1000, at.y + 1000 }, 180 * CW_DEGREE },
                       { { at.x + 2000, at.y + 1000 }, 180 * CW_DEGREE } };
  g_autoptr (CwPath) border = cw_path_new_box (
      CW_BOX (at.x, at.y, at.x + range (self, 3000, CW_MM), at.y + range (self, 3000, CW_MM)));
  g_autoptr (CwPath) disc = cw_path_new (round, G_N_ELEMENTS (round));
  g_autoptr (CwPath) box
      = cw_path_new_box (CW_BOX (at.x + 100, at.y + 2000, at.x + 200, at.y + 2500));
  CwPath *holes[] = { disc, box };

  return cw_outline_new (border, holes, has_hole ? (gsize) range (self, 1, 3) : 0);
}

static void
add_zone (Random *self, guint number)
{
  g_autoptr (CwOutline) area = outline (self);
  CwZone made = { .name = coin (self) ? NULL : name (self, number),
                  .outline = area,
                  .net = net (self),
                  .clearance = coin (self) ? 0 : range (self, 0, CW_MM),
                  .void_size = coin (self) ? 0 : range (self, CW_UM, 100 * CW_UM),
                  .level = self->wiring[range (self, 0, N_LEVELS)],
                  .fill = (guint8) range (self, 0, CW_N_ZONE_FILLS),
                  .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  if (made.void_size > 0)
    made.void_pitch = made.void_size + range (self, CW_UM, CW_MM);
  add (self, CW_ITEM_ZONE, number, &made);
  g_clear_pointer (&made.name, g_ref_string_release);
}

static void
add_keep_out (Random *self, guint number)
{
  g_autoptr (CwOutline) area = outline (self);
  CwKeepOut made = { .name = coin (self) ? NULL : name (self, number),
                     .outline = area,
                     .level = coin (self) ? CW_LEVEL_NONE : self->wiring[range (self, 0, N_LEVELS)],
                     .forbids = (guint8) range (self, 1, CW_KEEP_OUT_ALL + 1),
                     .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  add (self, CW_ITEM_KEEP_OUT, number, &made);
  g_clear_pointer (&made.name, g_ref_string_release);
}

static void
add_fiducial (Random *self, guint number)
{
  CwFiducial made = { .at = point (self),
                      .size = range (self, 5, CW_MM),
                      .clear = coin (self) ? 0 : range (self, 0, CW_MM),
                      .level = self->wiring[range (self, 0, N_LEVELS)],
                      .form = (guint8) range (self, 0, CW_N_FIDUCIAL_FORMS),
                      .flags = coin (self) ? CW_ITEM_LOCKED : 0 };

  add (self, CW_ITEM_FIDUCIAL, number, &made);
}

static void
add_waiver (Random *self, guint number)
{
  CwWaiver made
      = { .rule = name (self, number),
          .items
          = { coin (self) ? CW_ID_NONE : cw_id_new (CW_ITEM_TRACE, (guint32) range (self, 1, 99)),
              coin (self) ? CW_ID_NONE : cw_id_new (CW_ITEM_BONDING_PAD, 7) },
          .geometry = (guint64) range (self, 0, G_MAXINT32) << 33 | (guint64) range (self, 0, 99),
          .reason = name (self, number + 1),
          .date = coin (self) ? NULL : g_ref_string_new ("2026-05-17") };

  add (self, CW_ITEM_WAIVER, number, &made);
  g_ref_string_release (made.rule);
  g_ref_string_release (made.reason);
  g_clear_pointer (&made.date, g_ref_string_release);
}

/* steps in any order, as a file may hold them */
static void
set_process (Random *self, CwTechnology *technology)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwFlow) flow = NULL;
  guint n = (guint) range (self, 0, 40);
  CwStep steps[40];
  CwPanel panel = { .kind = (CwPanelKind) range (self, 0, CW_N_PANEL_KINDS),
                    .scope = (CwUnitScope) range (self, 0, CW_N_UNIT_SCOPES) };
  CwCoord *lengths[] = { &panel.width,     &panel.height, &panel.margin, &panel.street,
                         &panel.pull_back, &panel.seal,   &panel.mark };
  CwMaterial material = { .name = g_ref_string_new ("M"),
                          .group = (CwMaterialGroup) range (self, 0, CW_N_MATERIAL_GROUPS),
                          .resistivity = range (self, 0, G_MAXINT32),
                          .cure = range (self, 0, G_MAXINT32),
                          .limit = range (self, 0, G_MAXINT32) };

  cw_technology_add_material (technology, &material, &error);
  g_assert_no_error (error);
  g_ref_string_release (material.name);

  cw_technology_set_substrate (technology, (CwSubstrateKind) range (self, 0, CW_N_SUBSTRATE_KINDS));
  for (guint i = 0; i < n; i++)
    {
      gint32 n_levels = (gint32) cw_technology_get_n_levels (technology);
      gint32 n_materials = (gint32) cw_technology_get_n_materials (technology);

      steps[i] = (CwStep){
        .kind = (CwStepKind) range (self, 0, CW_N_STEP_KINDS),
        .level = coin (self) ? CW_LEVEL_NONE : (guint8) range (self, 0, n_levels),
        .material = coin (self) ? CW_MATERIAL_NONE : (guint8) range (self, 0, n_materials),
        .thickness = coin (self) ? 0 : range (self, 0, CW_MM),
        .temperature = coin (self) ? 0 : range (self, 0, G_MAXINT32),
      };
    }
  flow = cw_flow_new ((CwMethod) range (self, 0, CW_N_METHODS), steps, n);
  if (coin (self))
    cw_technology_set_flow (technology, flow);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    *lengths[i] = coin (self) ? 0 : range (self, 0, CW_MM);
  if (coin (self))
    cw_technology_set_panel (technology, &panel, &error);
  g_assert_no_error (error);
}

static CwDesign *
new_base (Random *self, guint32 seed)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (N_LEVELS);
  CwVertex outline[] = { { { -CW_MM, -CW_MM }, 0 },
                         { { CW_MM, -CW_MM }, (CwAngle) (seed % 90) * CW_DEGREE },
                         { { CW_MM, CW_MM }, 0 },
                         { { -CW_MM, CW_MM }, (CwAngle) (seed % 2) * -30 * CW_DEGREE } };
  g_autoptr (CwPath) path = cw_path_new (outline, G_N_ELEMENTS (outline));

  set_process (self, technology);
  self->substrate = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_SUBSTRATE);
  self->pad_level = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  for (guint i = 0; i < N_LEVELS; i++)
    self->wiring[i] = (guint8) cw_technology_get_wiring_level (technology, i);

  return cw_design_new (technology, path);
}

/* about @n_items of each kind, under numbers with gaps */
CwDesign *
random_design_new (guint32 seed, guint n_items)
{
  static void (*const add_functions[]) (Random *, guint)
      = { add_die,    add_bonding_pad, add_via,  add_trace,    add_text,     add_bus,   add_passive,
          add_cavity, add_cut_line,    add_zone, add_keep_out, add_fiducial, add_waiver };
  Random self = { .random = g_rand_new_with_seed (seed) };
  g_autoptr (CwDesign) base = new_base (&self, seed);
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  CwDesign *design;

  self.edit = edit;
  for (guint i = 0; i < n_items; i++)
    add_net (&self, ++self.n_nets);
  for (guint i = 0; i < MIN (n_items, 10); i++)
    add_die_type (&self, ++self.n_types);
  for (guint kind = 0; kind < G_N_ELEMENTS (add_functions); kind++)
    {
      guint number = 1;

      for (guint i = 0; i < n_items; i++, number += 1 + (guint) range (&self, 0, 3))
        add_functions[kind](&self, number);
    }

  design = cw_edit_finish (edit, NULL);
  g_rand_free (self.random);

  return design;
}
