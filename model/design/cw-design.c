/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-design-private.h"

#include <string.h>

#define OUTLINE_SAGITTA 2 /* [nm] */

G_DEFINE_BOXED_TYPE (CwDesign, cw_design, cw_design_ref, cw_design_unref)

static guint64
take_serial (void)
{
  static guint64 last;

  return __atomic_add_fetch (&last, 1, __ATOMIC_RELAXED);
}

/**
 * cw_design_new:
 * @technology: the technology
 * @outline: closed outline of the package [nm]
 *
 * Makes a design without items.
 *
 * Returns: (transfer full): the design
 */
CwDesign *
cw_design_new (CwTechnology *technology, CwPath *outline)
{
  CwTable *tables[CW_N_ITEM_KINDS] = { NULL };
  CwDesign *self;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    tables[kind] = cw_table_new (&cw_item_class_get (kind)->table);

  self = cw_design_new_next (NULL, "", technology, outline, tables);
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    cw_table_unref (tables[kind]);
  return self;
}

/**
 * cw_design_new_next:
 * @base: (nullable): the design before, whose index is taken over
 * @name: its name
 * @technology: its technology
 * @outline: its outline
 * @tables: its item tables by kind
 *
 * Makes a design of parts; the index is brought up to date by the caller.
 *
 * Returns: (transfer full): the design
 */
CwDesign *
cw_design_new_next (const CwDesign *base, const char *name, CwTechnology *technology,
                    CwPath *outline, CwTable *const *tables)
{
  CwDesign *self = g_new0 (CwDesign, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->serial = take_serial ();
  self->name = g_ref_string_new (name);
  self->technology = cw_technology_ref (technology);
  self->outline = cw_path_ref (outline);
  if (base != NULL && base->outline == outline)
    self->outline_polygon
        = base->outline_polygon != NULL ? cw_polygon_ref (base->outline_polygon) : NULL;
  else
    self->outline_polygon = cw_polygon_new_path (outline, OUTLINE_SAGITTA);

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    self->tables[kind] = cw_table_ref (tables[kind]);
  if (base != NULL)
    for (guint level = 0; level < CW_MAX_LEVELS; level++)
      if (base->index[level] != NULL)
        self->index[level] = cw_rtree_ref (base->index[level]);
  return self;
}

/**
 * cw_design_ref:
 * @self: a design
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwDesign *
cw_design_ref (CwDesign *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_design_unref:
 * @self: (transfer full): a design
 *
 * Gives a reference back.
 */
void
cw_design_unref (CwDesign *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    cw_table_unref (self->tables[kind]);
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    g_clear_pointer (&self->index[level], cw_rtree_unref);
  g_clear_pointer (&self->outline_polygon, cw_polygon_unref);
  cw_path_unref (self->outline);
  cw_technology_unref (self->technology);
  g_ref_string_release (self->name);
  g_free (self);
}

/**
 * cw_design_get_serial:
 * @self: a design
 *
 * Returns: a number that no other design of this process has, greater for later ones
 */
guint64
cw_design_get_serial (const CwDesign *self)
{
  return self->serial;
}

static void
note_difference (guint32 number, gconstpointer before, gconstpointer after, gpointer user_data)
{
  gboolean *differ = user_data;

  *differ = TRUE;
}

/**
 * cw_design_equal:
 * @a: a design
 * @b: another
 *
 * Compares two designs by value; parts that they share cost nothing.
 *
 * Returns: whether they hold the same
 */
gboolean
cw_design_equal (const CwDesign *a, const CwDesign *b)
{
  gboolean differ = FALSE;

  if (strcmp (a->name, b->name) != 0 || !cw_technology_equal (a->technology, b->technology)
      || !cw_path_equal (a->outline, b->outline))
    return FALSE;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS && !differ; kind++)
    cw_table_diff (a->tables[kind], b->tables[kind], note_difference, &differ);
  return !differ;
}

/**
 * cw_design_get_technology:
 * @self: a design
 *
 * Returns: (transfer none): its technology
 */
CwTechnology *
cw_design_get_technology (const CwDesign *self)
{
  return self->technology;
}

/**
 * cw_design_get_outline:
 * @self: a design
 *
 * Returns: (transfer none): the closed outline of the package [nm]
 */
CwPath *
cw_design_get_outline (const CwDesign *self)
{
  return self->outline;
}

/**
 * cw_design_get_outline_polygon:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the package outline with its arcs flattened to 2 nm, %NULL
 *   where it encloses no area
 */
const CwPolygon *
cw_design_get_outline_polygon (const CwDesign *self)
{
  return self->outline_polygon;
}

/**
 * cw_design_get_name:
 * @self: a design
 *
 * Returns: (transfer none): its name, may be empty
 */
const char *
cw_design_get_name (const CwDesign *self)
{
  return self->name;
}

/**
 * cw_design_get_bounds:
 * @self: a design
 *
 * Returns: the box around the outline and all items [nm]
 */
CwBox
cw_design_get_bounds (const CwDesign *self)
{
  CwBox box = cw_path_get_bounds (self->outline, TRUE);

  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    if (self->index[level] != NULL)
      box = cw_box_union (box, cw_rtree_get_bounds (self->index[level]));
  return box;
}

/**
 * cw_design_get_index:
 * @self: a design
 * @level: a level of the stack
 *
 * Returns: (transfer none) (nullable): the spatial index of the level; an entry names an
 *   item and the part of it that the box holds, for the pads of a die all together as
 *   %CW_DIE_PART_ALL_PADS
 */
const CwRtree *
cw_design_get_index (const CwDesign *self, guint level)
{
  g_return_val_if_fail (level < CW_MAX_LEVELS, NULL);

  return self->index[level];
}

/**
 * cw_design_get_n_items:
 * @self: a design
 * @kind: a kind of item
 *
 * Returns: how many it has of that kind
 */
guint32
cw_design_get_n_items (const CwDesign *self, CwItemKind kind)
{
  g_return_val_if_fail (kind > CW_ITEM_NONE && kind < CW_N_ITEM_KINDS, 0);

  return cw_table_get_n_items (self->tables[kind]);
}

typedef struct
{
  CwItemKind kind;
  CwDesignFunc func;
  gpointer user_data;
} ForeachContext;

static gboolean
visit_item (guint32 number, gconstpointer item, gpointer user_data)
{
  const ForeachContext *context = user_data;

  return context->func (cw_id_new (context->kind, number), item, context->user_data);
}

/**
 * cw_design_foreach:
 * @self: a design
 * @kind: a kind of item
 * @func: (scope call): called for each item by ascending id
 * @user_data: passed to @func
 *
 * Visits all items of a kind.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_design_foreach (const CwDesign *self, CwItemKind kind, CwDesignFunc func, gpointer user_data)
{
  ForeachContext context = { kind, func, user_data };

  g_return_val_if_fail (kind > CW_ITEM_NONE && kind < CW_N_ITEM_KINDS, TRUE);

  return cw_table_foreach (self->tables[kind], visit_item, &context);
}

/**
 * cw_design_get_item:
 * @self: a design
 * @id: an id
 *
 * Looks an item up.
 *
 * Returns: (transfer none) (nullable): the struct of the kind that the id names; it lives
 *   as long as the design
 */
gconstpointer
cw_design_get_item (const CwDesign *self, CwId id)
{
  CwItemKind kind = cw_id_get_kind (id);

  if (kind == CW_ITEM_NONE || kind >= CW_N_ITEM_KINDS)
    return NULL;

  return cw_table_get (self->tables[kind], cw_id_get_number (id));
}

static gconstpointer
get_item_of_kind (const CwDesign *self, CwId id, CwItemKind kind)
{
  if (cw_id_get_kind (id) != kind)
    return NULL;

  return cw_table_get (self->tables[kind], cw_id_get_number (id));
}

/**
 * cw_design_get_net:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the net
 */
const CwNet *
cw_design_get_net (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_NET);
}

/**
 * cw_design_get_die_type:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the die type
 */
const CwDieType *
cw_design_get_die_type (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_DIE_TYPE);
}

/**
 * cw_design_get_die:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the die
 */
const CwDie *
cw_design_get_die (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_DIE);
}

/**
 * cw_design_get_bonding_pad:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the bonding pad
 */
const CwBondingPad *
cw_design_get_bonding_pad (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_BONDING_PAD);
}

/**
 * cw_design_get_via:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the via
 */
const CwVia *
cw_design_get_via (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_VIA);
}

/**
 * cw_design_get_trace:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the trace
 */
const CwTrace *
cw_design_get_trace (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_TRACE);
}

/**
 * cw_design_get_text:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the text
 */
const CwText *
cw_design_get_text (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_TEXT);
}

/**
 * cw_design_get_bus:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a bus, good as long as the design; %NULL when
 *   @id names none
 */
const CwBus *
cw_design_get_bus (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_BUS);
}

/**
 * cw_design_get_passive:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a passive device, good as long as the design; %NULL when
 *   @id names none
 */
const CwPassive *
cw_design_get_passive (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_PASSIVE);
}

/**
 * cw_design_get_cavity:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a cavity, good as long as the design; %NULL when
 *   @id names none
 */
const CwCavity *
cw_design_get_cavity (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_CAVITY);
}

/**
 * cw_design_get_cut_line:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a cut line, good as long as the design; %NULL when
 *   @id names none
 */
const CwCutLine *
cw_design_get_cut_line (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_CUT_LINE);
}

/**
 * cw_design_get_zone:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a plane, good as long as the design; %NULL when
 *   @id names none
 */
const CwZone *
cw_design_get_zone (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_ZONE);
}

/**
 * cw_design_get_keep_out:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a keep-out area, good as long as the design; %NULL when
 *   @id names none
 */
const CwKeepOut *
cw_design_get_keep_out (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_KEEP_OUT);
}

/**
 * cw_design_get_fiducial:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a fiducial, good as long as the design; %NULL when
 *   @id names none
 */
const CwFiducial *
cw_design_get_fiducial (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_FIDUCIAL);
}

/**
 * cw_design_get_waiver:
 * @self: a design
 * @id: an id
 *
 * Returns: (transfer none) (nullable): a waiver, good as long as the design; %NULL when
 *   @id names none
 */
const CwWaiver *
cw_design_get_waiver (const CwDesign *self, CwId id)
{
  return get_item_of_kind (self, id, CW_ITEM_WAIVER);
}
