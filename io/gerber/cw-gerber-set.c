/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-set.h"

#include "io/gerber/cw-gerber-component.h"
#include "io/gerber/cw-gerber-format.h"
#include "io/gerber/cw-gerber-stack.h"
#include "model/copper/cw-copper.h"

/* the pen that outlines are drawn with [nm] */
#define PEN (50 * CW_UM)

typedef struct
{
  const CwDesign *design;
  const CwGerberOptions *options;
  CwGerberStack stack;
  const char *package; /* the component that bonding pads are pins of */
  CwGerberWriter *levels[CW_MAX_LEVELS];
  GHashTable *names; /* of char: in lower case */
  GArray *files;
} Set;

static void
clear_file (gpointer data)
{
  CwGerberFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
}

static gboolean
is_pad (const CwShape *shape)
{
  return shape->role != CW_ROLE_TRACE && shape->role != CW_ROLE_TEXT && shape->role != CW_ROLE_BUS
         && shape->role != CW_ROLE_PASSIVE && shape->role != CW_ROLE_ZONE;
}

/* metal has nets, the layers between have none but the holes */
static const char *
get_net (const Set *self, const CwShape *shape)
{
  CwLevelKind kind = cw_technology_get_level (self->stack.technology, shape->level)->kind;

  if (!cw_level_kind_is_metal (kind) && shape->role != CW_ROLE_HOLE)
    return NULL;

  return shape->net != CW_ID_NONE ? cw_design_get_net_name (self->design, shape->net) : "";
}

static void
name_pin (const Set *self, const CwShape *shape, gconstpointer item, CwGerberObject *object)
{
  if (shape->role == CW_ROLE_BONDING_PAD)
    {
      const CwBondingPad *pad = item;

      if (*pad->name == '\0')
        return;
      object->component = self->package;
      object->pin = pad->name;
    }
  else if (shape->role == CW_ROLE_DIE_PAD)
    {
      const CwDie *die = item;
      const CwDieType *type = cw_design_get_die_type (self->design, die->type);

      object->component = die->name;
      object->pin = type->pads->pads[shape->part - 1].name;
    }
}

typedef struct
{
  Set *set;
  gconstpointer item;
} Visit;

static gboolean
add_shape (const CwShape *shape, gpointer user_data)
{
  const Visit *visit = user_data;
  Set *self = visit->set;
  gboolean is_bonding_pad = cw_id_get_kind (shape->item) == CW_ITEM_BONDING_PAD;
  CwGerberObject object = { 0 };

  if (shape->role == CW_ROLE_DIE || shape->role == CW_ROLE_KEEP_OUT)
    return TRUE;

  object.is_pad = is_pad (shape);
  object.net = get_net (self, shape);
  object.function = cw_gerber_stack_get_function (
      &self->stack, shape, is_bonding_pad ? (const CwBondingPad *) visit->item : NULL);
  name_pin (self, shape, visit->item, &object);
  cw_gerber_writer_add (self->levels[shape->level], shape, &object);
  return TRUE;
}

static gboolean
add_item (CwId id, gconstpointer item, gpointer user_data)
{
  Set *self = user_data;
  Visit visit = { self, item };

  return cw_copper_foreach_item_shape (self->design, id, add_shape, &visit);
}

static char *
dup_header (const Set *self, const char *what, const char *function, gboolean negative)
{
  GString *out = g_string_new ("G04 ");

  /* a comment ends at an asterisk, which a field has escaped */
  cw_gerber_append_field (out, what);
  g_string_append (out, "*\n");
  if (self->options->x2)
    {
      g_string_append (out,
                       "%TF.GenerationSoftware,The Chipwright developers,Chipwright," CW_VERSION
                       "*%\n%TF.SameCoordinates*%\n%TF.Part,Other,Fan-out package*%\n");
      g_string_append_printf (out, "%%TF.FileFunction,%s*%%\n%%TF.FilePolarity,%s*%%\n", function,
                              negative ? "Negative" : "Positive");
    }

  return g_string_free (out, FALSE);
}

/* @part is what the name ends with; two levels may be alike once it is made safe */
static char *
dup_name (Set *self, const char *part)
{
  const char *title = cw_design_get_name (self->design);
  g_autofree char *first
      = cw_gerber_dup_file_name (title != NULL && *title != '\0' ? title : "package");
  g_autofree char *second = cw_gerber_dup_file_name (part);

  for (guint n = 1;; n++)
    {
      g_autofree char *name = n == 1 ? g_strdup_printf ("%s-%s.gbr", first, second)
                                     : g_strdup_printf ("%s-%s-%u.gbr", first, second, n);

      if (g_hash_table_add (self->names, g_ascii_strdown (name, -1)))
        return g_steal_pointer (&name);
    }
}

static void
end_file (Set *self, CwGerberWriter *writer, const char *part, const char *header)
{
  CwGerberFile file
      = { .name = dup_name (self, part), .bytes = cw_gerber_writer_finish (writer, header) };

  g_array_append_val (self->files, file);
}

static void
end_level (Set *self, guint level)
{
  const CwLevel *l = cw_technology_get_level (self->stack.technology, level);
  g_autofree char *function = cw_gerber_stack_dup_file_function (&self->stack, level);
  g_autofree char *what
      = g_strdup_printf ("%s level %s", cw_level_kind_get_name (l->kind), l->name);
  g_autofree char *header
      = dup_header (self, what, function, cw_gerber_stack_is_negative (&self->stack, level));

  end_file (self, self->levels[level], l->name, header);
}

static void
add_profile (Set *self)
{
  const CwPath *outline = cw_design_get_outline (self->design);
  g_autoptr (CwGerberWriter) writer = cw_gerber_writer_new (self->options->x2);
  g_autofree char *header = dup_header (self, "package outline", "Profile,NP", FALSE);
  CwGerberObject object = { .function = "Profile" };

  for (guint32 i = 0; i < outline->n_vertices; i++)
    {
      const CwVertex *a = &outline->vertices[i];
      const CwVertex *b = &outline->vertices[(i + 1) % outline->n_vertices];
      CwShape shape = { .kind = CW_SHAPE_CAPSULE };

      if (a->sweep == 0)
        {
          shape.capsule.a = a->at;
          shape.capsule.b = b->at;
          shape.capsule.width = PEN;
        }
      else
        {
          shape.kind = CW_SHAPE_BAND;
          shape.band.arc = (CwArc){ a->at, b->at, a->sweep };
          shape.band.width = PEN;
        }
      cw_gerber_writer_add (writer, &shape, &object);
    }

  end_file (self, writer, "profile", header);
}

static void
add_dies (Set *self)
{
  g_autoptr (CwGerberWriter) writer = cw_gerber_writer_new (self->options->x2);
  g_autofree char *function = g_strdup_printf ("Component,L%u,Bot", MAX (self->stack.n_metals, 1));
  g_autofree char *header = dup_header (self, "dies", function, FALSE);

  cw_gerber_component_add_dies (writer, self->design, self->options->x2);
  if (!cw_gerber_writer_is_empty (writer))
    end_file (self, writer, "dies", header);
}

/**
 * cw_gerber_set_new: (skip)
 * @design: a design
 * @options: how to write
 *
 * Makes the files of an export: each level of metal, the holes of each dielectric, the
 * openings of the passivation, under-bump metal, balls, cavities of the substrate, package outline
 * and dies. The same design gives the same
 * bytes.
 *
 * Returns: (transfer full) (element-type CwGerberFile): the files
 */
GArray *
cw_gerber_set_new (const CwDesign *design, const CwGerberOptions *options)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const char *title = cw_design_get_name (design);
  guint n_levels = cw_technology_get_n_levels (technology);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Set self = { .design = design, .options = options, .names = names };

  self.package = title != NULL && *title != '\0' ? title : "PACKAGE";
  self.files = g_array_new (FALSE, FALSE, sizeof (CwGerberFile));
  g_array_set_clear_func (self.files, clear_file);
  cw_gerber_stack_init (&self.stack, technology);
  for (guint level = 0; level < n_levels; level++)
    self.levels[level] = cw_gerber_writer_new (options->x2);

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      if (cw_item_class_get (kind)->count_shapes != NULL)
        cw_design_foreach (design, kind, add_item, &self);
    }

  for (guint level = n_levels; level-- > 0;)
    {
      if (cw_gerber_stack_find_layer (&self.stack, level) > 0
          || !cw_gerber_writer_is_empty (self.levels[level]))
        end_level (&self, level);
      cw_gerber_writer_free (self.levels[level]);
    }
  add_profile (&self);
  add_dies (&self);

  return self.files;
}
