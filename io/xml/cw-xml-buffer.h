/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwXmlBuffer:
 * @data: what was written
 * @length: how much [bytes]
 * @room: how much fits [bytes]
 *
 * Bytes that grow at the end. All zero is an empty one.
 */
typedef struct
{
  char *data;
  gsize length;
  gsize room;
} CwXmlBuffer;

void cw_xml_buffer_grow (CwXmlBuffer *self, gsize more);
void cw_xml_buffer_add_escaped (CwXmlBuffer *self, const char *text);
void cw_xml_buffer_add_number (CwXmlBuffer *self, gint64 value, guint decimals);

static inline void
cw_xml_buffer_add (CwXmlBuffer *self, const char *text, gsize length)
{
  if (self->room - self->length < length)
    cw_xml_buffer_grow (self, length);
  memcpy (self->data + self->length, text, length);
  self->length += length;
}

static inline void
cw_xml_buffer_add_string (CwXmlBuffer *self, const char *text)
{
  cw_xml_buffer_add (self, text, strlen (text));
}

static inline void
cw_xml_buffer_add_char (CwXmlBuffer *self, char c)
{
  cw_xml_buffer_add (self, &c, 1);
}

G_END_DECLS
