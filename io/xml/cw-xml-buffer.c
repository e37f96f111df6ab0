/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-buffer.h"

/**
 * cw_xml_buffer_grow:
 * @self: a buffer
 * @more: how much is to be added [bytes]
 *
 * Makes room for that much and then some.
 */
void
cw_xml_buffer_grow (CwXmlBuffer *self, gsize more)
{
  g_assert (more <= G_MAXSIZE / 4 && self->room <= G_MAXSIZE / 4);

  self->room = MAX (self->length + more, 2 * self->room + 4096);
  self->data = g_realloc (self->data, self->room);
}

/**
 * cw_xml_buffer_add_escaped:
 * @self: a buffer
 * @text: UTF-8
 *
 * Adds the text of a value in double quotes, such that a reader gets the same text.
 */
void
cw_xml_buffer_add_escaped (CwXmlBuffer *self, const char *text)
{
  const char *start = text;

  for (;;)
    {
      const char *replacement = NULL;

      /* a reader makes spaces of white space that is not written as a number */
      switch (*text)
        {
        case '&':
          replacement = "&amp;";
          break;
        case '<':
          replacement = "&lt;";
          break;
        case '>':
          replacement = "&gt;";
          break;
        case '"':
          replacement = "&quot;";
          break;
        case '\t':
          replacement = "&#9;";
          break;
        case '\n':
          replacement = "&#10;";
          break;
        case '\r':
          replacement = "&#13;";
          break;
        case '\0':
          cw_xml_buffer_add (self, start, (gsize) (text - start));
          return;
        default:
          text++;
          continue;
        }

      cw_xml_buffer_add (self, start, (gsize) (text - start));
      cw_xml_buffer_add_string (self, replacement);
      start = ++text;
    }
}

/**
 * cw_xml_buffer_add_number:
 * @self: a buffer
 * @value: a number in units of its last decimal
 * @decimals: how many digits may follow the point
 *
 * Adds a decimal number without zeros that it does not need.
 */
void
cw_xml_buffer_add_number (CwXmlBuffer *self, gint64 value, guint decimals)
{
  char digits[32];
  char *p = digits + sizeof digits;
  guint64 left = value < 0 ? -(guint64) value : (guint64) value;
  gboolean significant = FALSE;

  for (; decimals > 0; decimals--, left /= 10)
    {
      significant |= left % 10 != 0;
      if (significant)
        *--p = (char) ('0' + left % 10);
    }
  if (significant)
    *--p = '.';
  do
    *--p = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  if (value < 0)
    *--p = '-';

  cw_xml_buffer_add (self, p, (gsize) (digits + sizeof digits - p));
}
