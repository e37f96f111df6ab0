/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-name-index.h"

#include "widgets/tool/cw-fuzzy.h"

typedef struct
{
  CwPick pick;
  guint32 name; /* where it begins in the names */
  guint32 letters;
} Entry;

struct _CwNameIndex
{
  gatomicrefcount ref_count;
  CwDesign *design;
  GArray *entries; /* of Entry */
  GString *names;  /* folded, each with its zero */
};

G_DEFINE_BOXED_TYPE (CwNameIndex, cw_name_index, cw_name_index_ref, cw_name_index_unref)

static void
add (CwNameIndex *self, CwPick pick, const char *name)
{
  g_autofree char *folded = cw_fuzzy_fold (name);
  Entry entry = { pick, (guint32) self->names->len, cw_fuzzy_get_letters (folded) };

  g_string_append_len (self->names, folded, (gssize) strlen (folded) + 1);
  g_array_append_val (self->entries, entry);
}

static void
add_pads (CwNameIndex *self, CwId id, const CwDie *die, const char *name)
{
  const CwDieType *type = cw_design_get_die_type (self->design, die->type);
  g_autoptr (GString) text = g_string_new (name);
  gsize length;

  if (type == NULL)
    return;
  g_string_append_c (text, '.');
  length = text->len;
  for (guint32 i = 0; i < type->pads->n_pads; i++)
    {
      const char *pad = type->pads->pads[i].name;

      if (pad == NULL || *pad == '\0')
        continue;
      g_string_truncate (text, length);
      g_string_append (text, pad);
      add (self, (CwPick){ id, i + 1 }, text->str);
    }
}

static gboolean
add_item (CwId id, gconstpointer item, gpointer user_data)
{
  CwNameIndex *self = user_data;
  const char *name = cw_design_get_item_name (self->design, id);

  if (name != NULL && *name != '\0')
    add (self, (CwPick){ id, 0 }, name);
  if (cw_id_get_kind (id) == CW_ITEM_DIE)
    add_pads (self, id, item, name != NULL ? name : "");

  return TRUE;
}

/**
 * cw_name_index_new:
 * @design: (transfer none): a design
 *
 * Collects the names of a design.
 *
 * Returns: (transfer full): the index
 */
CwNameIndex *
cw_name_index_new (CwDesign *design)
{
  CwNameIndex *self;

  g_return_val_if_fail (design != NULL, NULL);

  self = g_new0 (CwNameIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->design = cw_design_ref (design);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->names = g_string_new (NULL);
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (kind != CW_ITEM_DIE_TYPE)
      cw_design_foreach (design, (CwItemKind) kind, add_item, self);

  return self;
}

/**
 * cw_name_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
CwNameIndex *
cw_name_index_ref (CwNameIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * cw_name_index_unref:
 * @self: (transfer full): an index
 *
 * Lets go of an index.
 */
void
cw_name_index_unref (CwNameIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  cw_design_unref (self->design);
  g_array_unref (self->entries);
  g_string_free (self->names, TRUE);
  g_free (self);
}

/**
 * cw_name_index_get_design:
 *
 * Returns: (transfer none): the design whose names these are
 */
CwDesign *
cw_name_index_get_design (CwNameIndex *self)
{
  return self->design;
}

/**
 * cw_name_index_get_n:
 *
 * Returns: how many names there are
 */
guint
cw_name_index_get_n (CwNameIndex *self)
{
  return self->entries->len;
}

/* where a hit belongs among those that are kept; equal ones stay in the order of the design */
static void
keep (GArray *hits, const CwNameHit *hit, guint most)
{
  guint at = hits->len;

  while (at > 0 && g_array_index (hits, CwNameHit, at - 1).score < hit->score)
    at--;
  if (at >= most)
    return;
  g_array_insert_vals (hits, at, hit, 1);
  if (hits->len > most)
    g_array_set_size (hits, most);
}

/**
 * cw_name_index_find:
 * @self: an index
 * @query: what is looked for, folded by cw_fuzzy_fold ()
 * @kinds: %CwNameKinds, what is wanted
 * @most: how many hits are enough
 *
 * Finds the names that match best.
 *
 * Returns: (transfer full) (element-type CwNameHit): the hits, best first, with names that live as
 *   long as @self
 */
GArray *
cw_name_index_find (CwNameIndex *self, const char *query, guint kinds, guint most)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CwNameHit));
  guint32 letters = cw_fuzzy_get_letters (query);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint kind
          = cw_id_get_kind (entry->pick.item) == CW_ITEM_NET ? CW_NAMES_NETS : CW_NAMES_ITEMS;
      CwNameHit hit = { entry->pick, self->names->str + entry->name, 0 };

      if ((kind & kinds) == 0 || (letters & ~entry->letters) != 0)
        continue;
      hit.score = cw_fuzzy_score (query, hit.name);
      if (hit.score > 0)
        keep (hits, &hit, most);
    }

  return hits;
}
