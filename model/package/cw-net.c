/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-net.h"

#include <string.h>

#include "model/package/cw-validate.h"

static void
net_hold (gpointer item)
{
  CwNet *net = item;

  g_ref_string_acquire (net->name);
}

static void
net_drop (gpointer item)
{
  CwNet *net = item;

  g_clear_pointer (&net->name, g_ref_string_release);
}

static gboolean
net_equal (gconstpointer a, gconstpointer b)
{
  const CwNet *one = a;
  const CwNet *other = b;

  return strcmp (one->name, other->name) == 0 && one->net_class == other->net_class
         && one->width == other->width && one->current == other->current;
}

static gboolean
net_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwNet *net = item;

  return cw_validate_string ("net name", net->name, CW_NAME_MAX, FALSE, error)
         && cw_validate_number ("net class", net->net_class, CW_N_NET_CLASSES - 1, error)
         && cw_validate_length ("net width", net->width, 0, CW_WIDTH_MAX, error)
         && cw_validate_number ("net current", net->current, G_MAXINT32, error);
}

static GRefString *
net_get_name (gconstpointer item)
{
  return ((const CwNet *) item)->name;
}

const CwItemClass cw_net_class = {
  .kind = CW_ITEM_NET,
  .name = "net",
  .table = { .size = sizeof (CwNet), .hold = net_hold, .drop = net_drop, .equal = net_equal },
  .validate = net_validate,
  .get_name = net_get_name,
  .has_unique_name = TRUE,
};
