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
  cw_design_foreach (design, CW_ITEM_NET, add_key, keys);
}

static char *
dup_row (const CwDesign *design, guint32 key, CwUnit unit)
{
  const CwNet *net = cw_design_get_net (design, key);
  g_auto (GStrv) classes = cw_setup_list_net_classes (design);

  return g_strdup_printf ("%s\t%s", net->name, classes[net->net_class]);
}

static char *
dup_name (const CwDesign *design, guint32 key)
{
  const CwNet *net = cw_design_get_net (design, key);

  return g_strdup (net != NULL ? net->name : "");
}

static gboolean
load (const CwDesign *design, guint32 key, gpointer item)
{
  const CwNet *net = cw_design_get_net (design, key);

  if (net != NULL)
    memcpy (item, net, sizeof *net);
  return net != NULL;
}

static CwDesign *
store (CwDesign *design, guint32 key, gconstpointer item, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return cw_edit_set_net (edit, key, item, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static const CwSetupField fields[] = {
  { .label = N_ ("Name"), .kind = CW_SETUP_TEXT, .offset = offsetof (CwNet, name) },
  { .label = N_ ("Class"),
    .kind = CW_SETUP_CHOICE,
    .offset = offsetof (CwNet, net_class),
    .size = 4,
    .list = cw_setup_list_net_classes },
  { .label = N_ ("Width of traces"),
    .kind = CW_SETUP_LENGTH,
    .offset = offsetof (CwNet, width),
    .tip = N_ ("0 for the usual width") },
  { .label = N_ ("Current"),
    .kind = CW_SETUP_DECIMAL,
    .offset = offsetof (CwNet, current),
    .scale = 1000,
    .unit = "mA",
    .tip = N_ ("0 when it is not known") },
};

static CwDesign *
add_net (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autofree char *name = cw_setup_dup_free_name (design, CW_ITEM_NET, "NET");
  CwNet net = { .name = g_ref_string_new (name) };
  CwId id = cw_edit_add_net (edit, &net, error);

  g_ref_string_release (net.name);
  if (id == CW_ID_NONE)
    return NULL;
  *key = id;

  return cw_edit_finish (edit, NULL);
}

static CwDesign *
remove_net (CwDesign *design, guint32 *key, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  if (cw_design_get_net (design, *key) == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a net first");
      return NULL;
    }
  if (!cw_edit_remove (edit, *key, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static const CwSetupAction actions[] = {
  { N_ ("Add net"), NULL, add_net },
  { N_ ("Remove net"), NULL, remove_net, TRUE },
};

enum
{
  NAMES,
  CLASS,
};

static const CwSetupField maker_fields[] = {
  { .label = N_ ("Names"), .kind = CW_SETUP_BLOCK, .tip = N_ ("One on each line") },
  { .label = N_ ("Class"), .kind = CW_SETUP_CHOICE, .list = cw_setup_list_net_classes },
};

static char *
get_initial (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  return g_strdup (field == CLASS ? "0" : "");
}

/* names that are there already keep their nets */
static CwDesign *
make_nets (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
           GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_auto (GStrv) lines = g_strsplit (texts[NAMES], "\n", -1);
  guint net_class;
  guint n = 0;

  *wrong = CLASS;
  if (!cw_setup_parse_count (texts[CLASS], "class", CW_N_NET_CLASSES - 1, &net_class, error))
    return NULL;
  *wrong = NAMES;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      CwNet net = { .net_class = (CwNetClass) net_class };
      CwId id;

      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || cw_edit_find_net (edit, lines[i]) != CW_ID_NONE)
        continue;
      net.name = g_ref_string_new (lines[i]);
      id = cw_edit_add_net (edit, &net, error);
      g_ref_string_release (net.name);
      if (id == CW_ID_NONE)
        {
          g_prefix_error (error, "line %u: ", i + 1);
          return NULL;
        }
      n++;
    }
  if (n == 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "there is no new name");
      return NULL;
    }

  return cw_edit_finish (edit, NULL);
}

static const CwSetupMaker nets_maker = {
  .title = N_ ("Several nets at once"),
  .label = N_ ("Add nets"),
  .fields = maker_fields,
  .n_fields = G_N_ELEMENTS (maker_fields),
  .get = get_initial,
  .make = make_nets,
};
static const CwSetupMaker *const makers[] = { &nets_maker };

const CwSetupInfo cw_setup_nets = {
  .title = N_ ("Nets"),
  .empty
  = N_ ("There are no nets yet: add one, type or paste several below, or give each die pad its "
        "own on the page Dies."),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .actions = actions,
  .n_actions = G_N_ELEMENTS (actions),
  .makers = makers,
  .n_makers = G_N_ELEMENTS (makers),
  .item_size = sizeof (CwNet),
  .load = load,
  .store = store,
  .list_keys = list_keys,
  .dup_row = dup_row,
  .dup_name = dup_name,
};
