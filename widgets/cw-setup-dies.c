/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

static gboolean
add_key (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

static void
list_keys (const CwDesign *design, GArray *keys)
{
  cw_design_foreach (design, CW_ITEM_DIE, add_key, keys);
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, key);
  guint n = 0;

  for (guint i = 0; i < die->nets->n_nets; i++)
    n += die->nets->nets[i] != CW_ID_NONE;

  return g_strdup_printf (_ ("%s\t%s · %u of %u pads with a net"), die->name,
                          cw_design_get_die_type (design, die->type)->name, n, die->nets->n_nets);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwDie *die = cw_design_get_die (design, key);

  return g_strdup (die != NULL ? die->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwDie *die = cw_design_get_die (design, key);

  if (die != NULL)
    memcpy (item, die, sizeof *die);
  return die != NULL;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return cw_edit_set_die (edit, key, item, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static char *
get_type (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, key);

  return g_strdup (die != NULL ? cw_design_get_die_type (design, die->type)->name : "");
}

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwDie, name) },
  { .label = N_ ("Type"), .kind = CW_SETUP_FIXED, .get = get_type },
  { .label = N_ ("x"), .kind = CW_SETUP_LENGTH, .offset = offsetof (CwDie, at.x) },
  { .label = N_ ("y"), .kind = CW_SETUP_LENGTH, .offset = offsetof (CwDie, at.y) },
  { .label = N_ ("Angle"), .kind = CW_SETUP_ANGLE, .offset = offsetof (CwDie, angle) },
  { .label = N_ ("Module"),
    .kind = CW_SETUP_TEXT,
    .offset = offsetof (CwDie, module),
    .tip = N_ ("Dies with the same word are one die module") },
};

static const CwSetupField table_fields[] = {
  { .label = N_ ("Pad, net"),
    .kind = CW_SETUP_BLOCK,
    .tip
    = N_ ("A pad and its net on each line, with a comma, a semicolon or a tab between them; no "
          "net takes it away") },
};

static char *
get_table (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, key);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (design, die->type) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; type != NULL && i < type->pads->n_pads; i++)
    {
      const char *net = cw_design_get_net_name (design, die->nets->nets[i]);

      g_string_append_printf (text, "%s,%s\n", type->pads->pads[i].name, net != NULL ? net : "");
    }

  return g_string_free (text, FALSE);
}

static gboolean
set_pad (const CwDesign *design, CwEdit *edit, const CwDieType *type, CwId *nets, const char *pad,
         const char *net, GError **error)
{
  guint32 number = cw_pads_find (type->pads, pad);

  if (number == CW_PAD_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "die type \"%s\" has no pad \"%s\"", type->name, pad);
      return FALSE;
    }

  return cw_setup_find_or_add_net (edit, net, &nets[number], error);
}

static CwDesign *
make_table (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
            GError **error)
{
  const CwDie *old = cw_design_get_die (design, key);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_auto (GStrv) lines = g_strsplit (texts[0], "\n", -1);
  g_autofree CwId *ids = NULL;
  g_autoptr (CwNets) nets = NULL;
  CwDie die;

  if (old == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a die first");
      return NULL;
    }
  ids = g_memdup2 (old->nets->nets, old->nets->n_nets * sizeof *ids);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *pad = NULL;
      g_autofree char *net = NULL;

      if (!cw_setup_split_line (lines[i], &pad, &net))
        continue;
      if (!set_pad (design, edit, cw_design_get_die_type (design, old->type), ids, pad, net, error))
        {
          g_prefix_error (error, "line %u: ", i + 1);
          return NULL;
        }
    }
  nets = cw_nets_new (ids, old->nets->n_nets);
  die = *old;
  die.nets = nets;

  return cw_edit_set_die (edit, key, &die, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static const CwSetupField each_fields[] = {
  { .label = N_ ("Names begin with"),
    .kind = CW_SETUP_TEXT,
    .tip = N_ ("The name of the pad follows") },
};

static char *
get_prefix (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, key);

  return g_strdup_printf ("%s.P", die != NULL ? die->name : "");
}

static CwDesign *
make_each (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
           GError **error)
{
  const CwDie *old = cw_design_get_die (design, key);
  const CwDieType *type = old != NULL ? cw_design_get_die_type (design, old->type) : NULL;
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autofree CwId *ids = NULL;
  g_autoptr (CwNets) nets = NULL;
  CwDie die;

  if (type == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a die first");
      return NULL;
    }
  ids = g_memdup2 (old->nets->nets, old->nets->n_nets * sizeof *ids);
  for (guint i = 0; i < old->nets->n_nets; i++)
    {
      g_autofree char *name = g_strconcat (texts[0], type->pads->pads[i].name, NULL);

      if (ids[i] == CW_ID_NONE && !cw_setup_find_or_add_net (edit, name, &ids[i], error))
        return NULL;
    }
  nets = cw_nets_new (ids, old->nets->n_nets);
  die = *old;
  die.nets = nets;

  return cw_edit_set_die (edit, key, &die, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static const CwSetupMaker each_maker = {
  .title = N_ ("A net for each pad"),
  .label = N_ ("Make a net for each pad"),
  .note = N_ ("For the pads that have none."),
  .needs_key = TRUE,
  .fields = each_fields,
  .n_fields = G_N_ELEMENTS (each_fields),
  .get = get_prefix,
  .make = make_each,
};
static const CwSetupMaker table_maker = {
  .title = N_ ("Nets of the pads"),
  .label = N_ ("Set nets of pads"),
  .note = N_ ("Type or paste; pads that are not named keep their nets, nets that are not there are "
              "added."),
  .needs_key = TRUE,
  .fields = table_fields,
  .n_fields = G_N_ELEMENTS (table_fields),
  .get = get_table,
  .make = make_table,
};
static const CwSetupMaker *const makers[] = { &each_maker, &table_maker };

const CwSetupInfo cw_setup_dies = {
  .title = N_ ("Dies"),
  .empty = N_ ("There are no dies yet: add a die type, then place it with the tool Die (A)."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .makers = makers,
  .n_makers = G_N_ELEMENTS (makers),
  .item_size = sizeof (CwDie),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
