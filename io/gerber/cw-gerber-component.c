/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-component.h"

#include "model/base/cw-length.h"

/* sizes that the format demands of what stands for a component [nm] */
#define MAIN_DIAMETER (300 * CW_UM)
#define PEN (100 * CW_UM)

typedef struct
{
  CwGerberWriter *writer;
  const CwDesign *design;
  gboolean x2;
} Dies;

static void
add_main (Dies *self, const CwDie *die, const CwDieType *type, CwPoint centre)
{
  CwGerberObject object = { .is_pad = TRUE, .function = "ComponentMain", .component = die->name };
  CwShape dot = { .kind = CW_SHAPE_DISC, .disc = { .centre = centre, .diameter = MAIN_DIAMETER } };
  g_autofree char *height = cw_length_format (type->thickness, CW_UNIT_MM);
  g_autofree char *angle = cw_angle_format (die->angle);

  cw_gerber_writer_set (self->writer, ".CRot", angle);
  cw_gerber_writer_set (self->writer, ".CVal", type->name);
  cw_gerber_writer_set (self->writer, ".CHgt", height);
  cw_gerber_writer_set (self->writer, ".CMnt", "Other");
  cw_gerber_writer_add (self->writer, &dot, &object);
  cw_gerber_writer_set (self->writer, ".CRot", NULL);
  cw_gerber_writer_set (self->writer, ".CVal", NULL);
  cw_gerber_writer_set (self->writer, ".CHgt", NULL);
  cw_gerber_writer_set (self->writer, ".CMnt", NULL);
}

/* the four corners as they lie: a turned die has no box around it here */
static void
add_body (Dies *self, const CwDie *die, const CwDieType *type)
{
  CwTransform transform = cw_die_get_transform (die);
  CwBox body = type->body;
  CwPoint corners[]
      = { body.min, { body.max.x, body.min.y }, body.max, { body.min.x, body.max.y } };
  CwGerberObject object = { .function = "ComponentOutline,Body", .component = die->name };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      CwShape leg = { .kind = CW_SHAPE_CAPSULE,
                      .capsule = { .a = cw_transform_point (&transform, corners[i]),
                                   .b = cw_transform_point (&transform, corners[(i + 1) % 4]),
                                   .width = PEN } };

      cw_gerber_writer_add (self->writer, &leg, &object);
    }
}

static void
add_pins (Dies *self, const CwDie *die, const CwDieType *type)
{
  CwTransform transform = cw_die_get_transform (die);

  for (guint32 i = 0; i < type->pads->n_pads; i++)
    {
      const CwPad *pad = &type->pads->pads[i];
      CwGerberObject object = {
        .is_pad = TRUE, .function = "ComponentPin", .component = die->name, .pin = pad->name
      };
      CwShape dot
          = { .kind = CW_SHAPE_DISC,
              .disc = { .centre = cw_transform_point (&transform, pad->at), .diameter = PEN } };

      if (i == 0)
        cw_gerber_writer_add_key_pin (self->writer, dot.disc.centre, &object);
      else
        cw_gerber_writer_add (self->writer, &dot, &object);
    }
}

static gboolean
add_die (CwId id, gconstpointer item, gpointer user_data)
{
  Dies *self = user_data;
  const CwDie *die = item;
  const CwDieType *type = cw_design_get_die_type (self->design, die->type);
  CwTransform transform = cw_die_get_transform (die);

  /* marks have a meaning by their attributes only */
  if (self->x2)
    add_main (self, die, type, cw_transform_point (&transform, cw_box_get_centre (type->body)));
  add_body (self, die, type);
  if (self->x2)
    add_pins (self, die, type);

  return TRUE;
}

/**
 * cw_gerber_component_add_dies: (skip)
 * @writer: the writer of a component file
 * @design: a design
 * @x2: whether to write the marks that have a meaning by their attributes
 *
 * Adds the dies of a design as components: centre, outline and pads.
 */
void
cw_gerber_component_add_dies (CwGerberWriter *writer, const CwDesign *design, gboolean x2)
{
  Dies self = { writer, design, x2 };

  cw_design_foreach (design, CW_ITEM_DIE, add_die, &self);
}
