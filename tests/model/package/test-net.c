/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-net.h"
#include "tests/model/package/package-test.h"

#define LONG_NAME                                                                                  \
  "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123" \
  "4567890123456789012345678901234567"

static void
test_refuses_bad_values (void)
{
  static const struct
  {
    const char *name;
    int net_class;
    CwCoord width;
    gint32 current;
    const char *message;
  } rows[] = {
    { "CLK", CW_NET_SIGNAL, 0, 0, NULL },
    { LONG_NAME, CW_NET_GROUND, 100 * CW_MM, G_MAXINT32, NULL },
    { NULL, CW_NET_SIGNAL, 0, 0, "net name is empty" },
    { "", CW_NET_SIGNAL, 0, 0, "net name is empty" },
    { LONG_NAME "8", CW_NET_SIGNAL, 0, 0, "net name has \"129\" bytes, more than 128" },
    { "A\x1f", CW_NET_SIGNAL, 0, 0, "net name has the control character \"U+001F\"" },
    { "A\xc2\x85", CW_NET_SIGNAL, 0, 0, "net name has the control character \"U+0085\"" },
    { "A\xe2\x80\xa8", CW_NET_SIGNAL, 0, 0, "net name has the control character \"U+2028\"" },
    { "A", CW_NET_ANY, 0, 0, "net class \"3\" is not in 0 … 2" },
    { "A", CW_NET_SIGNAL, -5000, 0, "net width \"-5\" is not in 0 … 100000 µm" },
    { "A", CW_NET_SIGNAL, 0, -1, "net current \"-1\" is not in 0 … 2147483647" },
  };
  CwItemContext context = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwNet net = { rows[i].name != NULL ? g_ref_string_new (rows[i].name) : NULL,
                    rows[i].net_class, rows[i].width, rows[i].current };

      if (rows[i].message != NULL)
        assert_refused (&cw_net_class, &net, &context, rows[i].message);
      else
        assert_valid (&cw_net_class, &net, &context);
      g_clear_pointer (&net.name, g_ref_string_release);
    }
}

static void
test_compares_by_value (void)
{
  CwNet net = { g_ref_string_new ("VDD"), CW_NET_POWER, 20000, 5 };
  CwNet *copy = item_hold (&cw_net_class, &net);
  CwNet other = { g_ref_string_new ("VDD"), CW_NET_POWER, 20000, 5 };

  g_assert_true (cw_net_class.table.equal (&net, copy));
  g_assert_true (cw_net_class.table.equal (&net, &other));
  other.current = 6;
  g_assert_false (cw_net_class.table.equal (&net, &other));
  item_drop (&cw_net_class, copy);
  g_ref_string_release (other.name);
  g_ref_string_release (net.name);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/net/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/net/compares-by-value", test_compares_by_value);

  return g_test_run ();
}
