/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-axes.h"

static const CwUnit units[]
    = { CW_UNIT_NM, CW_UNIT_UM, CW_UNIT_MM, CW_UNIT_CM, CW_UNIT_MIL, CW_UNIT_INCH };

/* at each zoom, in each unit: room enough, but not twice too much, and whole nanometres */
static void
test_numbers_have_room (void)
{
  for (double scale = 1e-7; scale <= 1; scale *= 1.25)
    for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
      {
        CwTicks ticks = cw_ticks_pick (scale, units[i], 70);

        g_test_message ("scale %g, unit %u", scale, (guint) units[i]);
        g_assert_cmpint (ticks.step, >, 0);
        g_assert_cmpint (ticks.step % ticks.parts, ==, 0);
        g_assert_cmpfloat (ticks.step * scale, >=, 70);
        if (ticks.step > cw_unit_get_size (units[i]) / 100 && ticks.step > 100)
          g_assert_cmpfloat (ticks.step * scale, <=, 70 * 2.5 + 1e-6);
        if (ticks.parts > 1)
          g_assert_cmpfloat (ticks.step * scale / ticks.parts, >=, 5);
      }
}

static void
test_steps_are_round_in_the_unit (void)
{
  for (double scale = 1e-7; scale <= 1e-2; scale *= 1.25)
    for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
      {
        CwTicks ticks = cw_ticks_pick (scale, units[i], 70);
        g_autofree char *text = cw_length_format (ticks.step, units[i]);
        guint n_digits = 0;

        for (const char *p = text; *p != '\0'; p++)
          if (*p != '0' && *p != '.')
            n_digits++;
        g_test_message ("%s", text);
        g_assert_cmpuint (n_digits, ==, 1);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/plan-axes/" name, function)
  ADD ("numbers-have-room", test_numbers_have_room);
  ADD ("steps-are-round-in-the-unit", test_steps_are_round_in_the_unit);
#undef ADD

  return g_test_run ();
}
