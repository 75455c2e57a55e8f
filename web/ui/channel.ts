import type { Channel } from '@firstline/domain/conversations/conversation.ts';
import { Mail, MessageCircle, Phone, Smartphone, type LucideIcon } from 'lucide-react';
import { t } from '../platform/words.ts';

/** How each channel is drawn, wherever it appears. */
export const CHANNEL_ICONS: Record<Channel, LucideIcon> = { email: Mail, chat: MessageCircle, text: Smartphone, call: Phone };

export const channelName = (channel: Channel): string =>
  ({ email: t('Email'), chat: t('Chat'), text: t('Text'), call: t('Call') })[channel];
