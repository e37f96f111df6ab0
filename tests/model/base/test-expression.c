/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"

#define MINUS "\xe2\x88\x92"

/* in micrometres, the old value 20 µm */
static const CwVariable variables[] = { { "grid", 500 }, { "w", 10000 }, { "pitch", 130001 } };

static gboolean
evaluate (const char *text, CwCoord *length, gboolean *rounded, GError **error)
{
  return cw_expression_evaluate (text, CW_UNIT_UM, 20000, variables, G_N_ELEMENTS (variables),
                                 length, rounded, error);
}

static const struct
{
  const char *text;
  CwCoord length;
  gboolean rounded;
} good_cases[] = {
  { "12.5", 12500, FALSE },
  { "12,5", 12500, FALSE },
  { " 12.5 um ", 12500, FALSE },
  { "-12.5um", -12500, FALSE },
  { MINUS "12.5um", -12500, FALSE },
  { "10 " MINUS " 3", 7000, FALSE },
  { "0.1+0.2", 300, FALSE },
  { "0,1um+0,2um", 300, FALSE },
  { "1mm+1", 1001000, FALSE },
  { "1+1mm", 1001000, FALSE },
  { "2*3um", 6000, FALSE },
  { "2+3*4", 14000, FALSE },
  { "(2+3)*4", 20000, FALSE },
  { "10/4", 2500, FALSE },
  { "1/3", 333, TRUE },
  { "2/3", 667, TRUE },
  { "-2/3", -667, TRUE },
  { "1/3*3", 1000, FALSE },
  { "1/3+1/3+1/3", 1000, FALSE },
  { "0.0005", 1, TRUE },
  { "-0.0005", -1, TRUE },
  { "1mm/2um", 500000, FALSE }, /* a number, in the document's unit */
  { "1mm*2um/4um", 500000, FALSE },
  { "10|20", 15000, FALSE },
  { "1|2|6", 3000, FALSE },
  { "1+1|4", 3000, FALSE },
  { "(1mm|2mm)*2", 3000000, FALSE },
  { "--5", 5000, FALSE },
  { "2*-3", -6000, FALSE },
  { "+5", 5000, FALSE },
  { "+=5", 25000, FALSE },
  { "+= 5 nm", 20005, FALSE },
  { "-=5", 15000, FALSE },
  { MINUS "=5", 15000, FALSE },
  { "-= -5", 25000, FALSE },
  { "*=1.5", 30000, FALSE },
  { "/=3", 6667, TRUE },
  { "*=1/4", 5000, FALSE },
  { "grid", 500, FALSE },
  { "3*grid + w/2", 6500, FALSE },
  { "pitch", 130001, FALSE },
  { "pitch/2", 65001, TRUE },
  { "1mil", 25400, FALSE },
  { "1in", 25400000, FALSE },
  { "1\"+1\"", 50800000, FALSE },
  { "1cm", 10000000, FALSE },
  { "1\xc2\xb5m", 1000, FALSE },
  { "1\xce\xbcm", 1000, FALSE },
  { "1\xc2\xb5", 1000, FALSE },
  { "5u", 5000, FALSE },
  { "5nm", 5, FALSE },
  { "min(1; 5)", 1000, FALSE },
  { "min(1, 5)", 1000, FALSE },
  { "min(1,5; 1)", 1000, FALSE },
  { "min(1.5,1)", 1000, FALSE },
  { "max(1um,5um)", 5000, FALSE },
  { "max(w, 3*grid, 2nm)", 10000, FALSE },
  { "min(w,5)", 5000, FALSE },
  { "max(1;2;3)", 3000, FALSE },
  { "abs(3-5)", 2000, FALSE },
  { "abs(5um)", 5000, FALSE },
  { "sqrt(9um*4um)", 6000, FALSE },
  { "sqrt(3um*3um+4um*4um)", 5000, FALSE },
  { "sqrt(2)", 1414, TRUE },
  { "sqrt(0.25)", 500, FALSE },
  { "sin(30)*10um", 5000, FALSE },
  { "sin(30deg)*10um", 5000, FALSE },
  { "cos(60\xc2\xb0)*10um", 5000, FALSE },
  { "sin(210)*10", -5000, FALSE },
  { "sin(-30)*10", -5000, FALSE },
  { "cos(90)", 0, FALSE },
  { "tan(45)*10", 10000, FALSE },
  { "tan(135)*10", -10000, FALSE },
  { "tan(-45)*10", -10000, FALSE },
  { "tan(0)*10", 0, FALSE },
  { "tan(60)*10", 17321, TRUE },
  { "sin(2*15deg)", 500, FALSE },
  { "sin(45)*10", 7071, TRUE },
  { "1000mm", 1000000000, FALSE },
  { "-1000mm", -1000000000, FALSE },
  { "999999999999999999/999999999999999999", 1000, FALSE },
  { "((((((((((1))))))))))", 1000, FALSE },
};

static void
test_computes_lengths (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwCoord length = 0;
      gboolean rounded = FALSE;

      g_test_message ("%s", good_cases[i].text);
      g_assert_true (evaluate (good_cases[i].text, &length, &rounded, &error));
      g_assert_no_error (error);
      g_assert_cmpint (length, ==, good_cases[i].length);
      g_assert_cmpint (rounded, ==, good_cases[i].rounded);
    }
}

static const struct
{
  const char *text;
  int code;
} bad_cases[] = {
  { "", CW_MODEL_ERROR_SYNTAX },
  { "   ", CW_MODEL_ERROR_SYNTAX },
  { "\n", CW_MODEL_ERROR_SYNTAX },
  { "+", CW_MODEL_ERROR_SYNTAX },
  { "-", CW_MODEL_ERROR_SYNTAX },
  { ".", CW_MODEL_ERROR_SYNTAX },
  { ",", CW_MODEL_ERROR_SYNTAX },
  { "1e", CW_MODEL_ERROR_SYNTAX },
  { "1e5", CW_MODEL_ERROR_SYNTAX },
  { "1e999", CW_MODEL_ERROR_SYNTAX },
  { "nan", CW_MODEL_ERROR_SYNTAX },
  { "inf", CW_MODEL_ERROR_SYNTAX },
  { "0x10", CW_MODEL_ERROR_SYNTAX },
  { "1_0", CW_MODEL_ERROR_SYNTAX },
  { "\xd9\xa3", CW_MODEL_ERROR_SYNTAX },
  { "1..2", CW_MODEL_ERROR_SYNTAX },
  { "1,2,3", CW_MODEL_ERROR_SYNTAX },
  { "1,000.5", CW_MODEL_ERROR_SYNTAX },
  { "5,", CW_MODEL_ERROR_SYNTAX },
  { "1 2", CW_MODEL_ERROR_SYNTAX },
  { "1mm mm", CW_MODEL_ERROR_SYNTAX },
  { "1mmmm", CW_MODEL_ERROR_SYNTAX },
  { "1 parsec", CW_MODEL_ERROR_SYNTAX },
  { "2w", CW_MODEL_ERROR_SYNTAX },
  { "height", CW_MODEL_ERROR_SYNTAX },
  { "mm", CW_MODEL_ERROR_SYNTAX },
  { "(", CW_MODEL_ERROR_SYNTAX },
  { ")", CW_MODEL_ERROR_SYNTAX },
  { "()", CW_MODEL_ERROR_SYNTAX },
  { "(1", CW_MODEL_ERROR_SYNTAX },
  { "1)", CW_MODEL_ERROR_SYNTAX },
  { "1+", CW_MODEL_ERROR_SYNTAX },
  { "1mm/1in|", CW_MODEL_ERROR_SYNTAX },
  { "|1", CW_MODEL_ERROR_SYNTAX },
  { "1|", CW_MODEL_ERROR_SYNTAX },
  { "2^999", CW_MODEL_ERROR_SYNTAX },
  { "2**3", CW_MODEL_ERROR_SYNTAX },
  { "16:17", CW_MODEL_ERROR_SYNTAX },
  { "%s%n", CW_MODEL_ERROR_SYNTAX },
  { "1%n", CW_MODEL_ERROR_SYNTAX },
  { "+=", CW_MODEL_ERROR_SYNTAX },
  { "+=+=1", CW_MODEL_ERROR_SYNTAX },
  { "1+=1", CW_MODEL_ERROR_SYNTAX },
  { "=1", CW_MODEL_ERROR_SYNTAX },
  { "f(1)", CW_MODEL_ERROR_SYNTAX },
  { "w(1)", CW_MODEL_ERROR_SYNTAX },
  { "min", CW_MODEL_ERROR_SYNTAX },
  { "min()", CW_MODEL_ERROR_SYNTAX },
  { "min(1)", CW_MODEL_ERROR_SYNTAX },
  { "min(1,5)", CW_MODEL_ERROR_SYNTAX },   /* one and a half, or two values */
  { "min(1,5,2)", CW_MODEL_ERROR_SYNTAX }, /* which comma is which */
  { "abs(1;2)", CW_MODEL_ERROR_SYNTAX },
  { "sqrt(1", CW_MODEL_ERROR_SYNTAX },
  { "\xff\xfe", CW_MODEL_ERROR_SYNTAX },
  { "1\xe2\x80\xae", CW_MODEL_ERROR_SYNTAX },
  { "0.1234567890123456789", CW_MODEL_ERROR_SYNTAX },
  { "99999999999999999999", CW_MODEL_ERROR_SYNTAX },
  { "1mm*1mm", CW_MODEL_ERROR_VALUE },
  { "1mm*1mm*1mm", CW_MODEL_ERROR_VALUE },
  { "1/1mm", CW_MODEL_ERROR_VALUE },
  { "1mm+1mm*1mm", CW_MODEL_ERROR_VALUE },
  { "2+1mm*1mm", CW_MODEL_ERROR_VALUE },
  { "*=2mm", CW_MODEL_ERROR_VALUE },
  { "45deg", CW_MODEL_ERROR_VALUE },
  { "45deg+1mm", CW_MODEL_ERROR_VALUE },
  { "45deg*1mm", CW_MODEL_ERROR_VALUE },
  { "1mm/45deg", CW_MODEL_ERROR_VALUE },
  { "1/0", CW_MODEL_ERROR_VALUE },
  { "/=0", CW_MODEL_ERROR_VALUE },
  { "1/(1-1)", CW_MODEL_ERROR_VALUE },
  { "1/sin(0)", CW_MODEL_ERROR_VALUE },
  { "tan(90)", CW_MODEL_ERROR_VALUE },
  { "tan(270)", CW_MODEL_ERROR_VALUE },
  { "sqrt(-1)", CW_MODEL_ERROR_VALUE },
  { "sqrt(1mm)", CW_MODEL_ERROR_VALUE },
  { "sin(1mm)", CW_MODEL_ERROR_VALUE },
  { "sin(sin)", CW_MODEL_ERROR_SYNTAX },
  { "1001mm", CW_MODEL_ERROR_VALUE },
  { "2147483648nm", CW_MODEL_ERROR_VALUE },
  { "9223372036854775807", CW_MODEL_ERROR_VALUE },
  { "18446744073709551615*18446744073709551615*18446744073709551615", CW_MODEL_ERROR_VALUE },
  { "1000mm+1nm", CW_MODEL_ERROR_VALUE },
};

static void
test_refuses_nonsense (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwCoord length = 77;
      gboolean rounded = FALSE;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (evaluate (bad_cases[i].text, &length, &rounded, &error));
      g_assert_error (error, CW_MODEL_ERROR, bad_cases[i].code);
      g_assert_cmpint (length, ==, 77);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (strlen (error->message), <, 300);
      g_assert_false (evaluate (bad_cases[i].text, &length, NULL, NULL));
    }
}

static char *
repeat (const char *text, gsize n, const char *end)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (string, text);
  g_string_append (string, end);

  return g_string_free (string, FALSE);
}

static void
test_bounds_depth_and_length (void)
{
  static const struct
  {
    const char *text;
    gsize n;
    const char *end;
    gboolean is_good;
  } cases[] = {
    { "(", 100000, "", FALSE },
    { "((", 300, "", FALSE },
    { "abs(", 100, "1", FALSE },
    { "-", 1000, "1", TRUE },
    { "1+", 400, "1", TRUE },
    { "1/7+", 200, "1/11", TRUE },
    { "1/1.000000000000000001*", 30, "1", TRUE },
    { "9", 100000, "", FALSE },
    { "1mm*", 50, "1", FALSE },
    { "1|", 500, "1", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].text, cases[i].n, cases[i].end);
      g_autoptr (GError) error = NULL;
      CwCoord length;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (evaluate (text, &length, NULL, &error), ==, cases[i].is_good);
      g_assert_cmpint (error == NULL, ==, cases[i].is_good);
    }
}

/* any bytes: an answer or an error, never both, never neither */
static void
test_survives_any_text (void)
{
  static const char *const pieces[] = {
    "1",        "2.5",  "0,1",
    "mm",       "um",   "\"",
    "(",        ")",    "+",
    "-",        "*",    "/",
    "|",        ";",    ",",
    " ",        "min(", "abs(",
    "sqrt(",    "sin(", "tan(",
    "w",        "grid", "deg",
    "\xc2\xb5", MINUS,  "+=",
    "/=",       "0",    "e",
    "\xff",     "\n",   "99999999999999999",
  };

  for (int i = 0; i < 200000; i++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *owned = NULL;
      g_autoptr (GError) error = NULL;
      CwCoord length = 0;
      gboolean is_good;

      for (int n = g_test_rand_int_range (0, 14); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      owned = g_string_free (text, FALSE);
      is_good = evaluate (owned, &length, NULL, &error);
      g_assert_cmpint (is_good, ==, error == NULL);
      g_assert_true (cw_coord_is_valid (length));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/base/expression/computes-lengths", test_computes_lengths);
  g_test_add_func ("/model/base/expression/refuses-nonsense", test_refuses_nonsense);
  g_test_add_func ("/model/base/expression/bounds-depth-and-length", test_bounds_depth_and_length);
  g_test_add_func ("/model/base/expression/survives-any-text", test_survives_any_text);

  return g_test_run ();
}
