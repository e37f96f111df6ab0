/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/io/xml/random-design.h"

/* Designs of every kind of item with values all over their ranges. */

#define N_LEVELS 3

typedef struct
{
  GRand *random;
  CwEdit *edit;
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
                 .flags = coin (self) ? CW_ITEM_LOCKED : 0 };
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

static CwDesign *
new_base (Random *self, guint32 seed)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (N_LEVELS);
  CwVertex outline[] = { { { -CW_MM, -CW_MM }, 0 },
                         { { CW_MM, -CW_MM }, (CwAngle) (seed % 90) * CW_DEGREE },
                         { { CW_MM, CW_MM }, 0 },
                         { { -CW_MM, CW_MM }, (CwAngle) (seed % 2) * -30 * CW_DEGREE } };
  g_autoptr (CwPath) path = cw_path_new (outline, G_N_ELEMENTS (outline));

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
      = { add_die, add_bonding_pad, add_via, add_trace, add_text };
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
